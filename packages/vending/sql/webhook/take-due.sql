-- Takes messages that are due, a few of each webhook, so that a receiver that hangs keeps nobody
-- else waiting: $1 utility, $2 now, $3 until when they are taken, $4 how many of one webhook.
with due as (
  select d.webhook_id, d.kind, d.subject_id
  from webhook w
  cross join lateral (
    select webhook_id, kind, subject_id from webhook_delivery
    where utility_id = $1::uuid and webhook_id = w.webhook_id and state = 'pending'
      and next_attempt_at_ms <= $2::bigint
    order by next_attempt_at_ms limit $4::integer
    for update skip locked
  ) d
  where w.utility_id = $1::uuid and w.stopped_at_ms is null
)
update webhook_delivery d
set next_attempt_at_ms = $3::bigint, last_attempt_at_ms = $2::bigint, attempts = d.attempts + 1
from due, webhook w, event e
where d.utility_id = $1::uuid and d.webhook_id = due.webhook_id and d.kind = due.kind
  and d.subject_id = due.subject_id
  and w.utility_id = $1::uuid and w.webhook_id = due.webhook_id
  and e.utility_id = $1::uuid and e.kind = due.kind and e.subject_id = due.subject_id
returning d.webhook_id, d.kind, d.subject_id, d.occurred_at_ms, d.attempts, w.url,
  w.secret_generation, w.rotated_at_ms, e.data
