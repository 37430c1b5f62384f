-- $1 utility, $2 repair, $3 state it has, $4 attempt it has, $5 new state, $6 new attempt, $7 why
-- not, $8 the new vend, $9 when it is over or null, $10 next try.
update wrong_meter_repair
set state = $5::text, attempt = $6::integer, refusal = $7::text, new_vend_id = $8::uuid,
  resolved_at_ms = $9::bigint, next_attempt_at_ms = $10::bigint
where utility_id = $1::uuid and repair_id = $2::uuid and state = $3::text
  and attempt = $4::integer
