insert into wrong_meter_repair (utility_id, repair_id, vend_id, requested_at_ms,
  next_attempt_at_ms, attempt, to_meter_number, statement, display_code, state)
values ($1::uuid, $2::uuid, $3::uuid, $4::bigint, $4::bigint, 0, $5::text, $6::text, $7::text,
  'requested')
