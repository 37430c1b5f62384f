-- What became of some attempts: $1 utility, $2 webhooks, $3 kinds, $4 subjects, $5 states,
-- $6 next attempts, $7 statuses, $8 faults, $9 when.
update webhook_delivery d
set state = a.state, next_attempt_at_ms = a.next_attempt_at_ms, last_status = a.last_status,
  last_fault = a.last_fault,
  delivered_at_ms = case when a.state = 'delivered' then $9::bigint end
from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::integer[], $8::text[])
  as a (webhook_id, kind, subject_id, state, next_attempt_at_ms, last_status, last_fault)
where d.utility_id = $1::uuid and d.webhook_id = a.webhook_id and d.kind = a.kind
  and d.subject_id = a.subject_id and d.state = 'pending'
