-- Sends again what happened in a span: $1 utility, $2 webhook, $3 from, $4 to (not included),
-- $5 only what has failed, $6 now.
update webhook_delivery
set state = 'pending', attempts = 0, next_attempt_at_ms = $6::bigint, delivered_at_ms = null
where utility_id = $1::uuid and webhook_id = $2::uuid and occurred_at_ms >= $3::bigint
  and occurred_at_ms < $4::bigint and (state = 'failed' or (state = 'delivered' and not $5::boolean))
