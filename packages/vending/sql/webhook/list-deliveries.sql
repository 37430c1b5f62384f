-- Messages of one webhook, newest first: $1 utility, $2 webhook, $3 state or null, $4 and $5 the
-- moment and subject before which the page begins, $6 how many.
select d.webhook_id, d.kind, d.subject_id, d.occurred_at_ms, d.state, d.attempts,
  d.next_attempt_at_ms, d.last_attempt_at_ms, d.last_status, d.last_fault, d.delivered_at_ms
from webhook_delivery d
where d.utility_id = $1::uuid and d.webhook_id = $2::uuid
  and ($3::text is null or d.state = $3::text)
  and (d.occurred_at_ms, d.subject_id) < ($4::bigint, $5::uuid)
order by d.occurred_at_ms desc, d.subject_id desc limit $6::integer
