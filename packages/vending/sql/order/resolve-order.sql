-- $1 utility, $2 order, $3 state it has, $4 new state, $5 why not, $6 when it is over or null,
-- $7 next try.
update token_order
set state = $4::text, refusal = $5::text, resolved_at_ms = $6::bigint,
  next_attempt_at_ms = $7::bigint
where utility_id = $1::uuid and order_id = $2::uuid and state = $3::text
