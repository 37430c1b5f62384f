insert into token_order (utility_id, order_id, requested_at_ms, next_attempt_at_ms, vend_id,
  source_id, kind, meter_number, reason_code, state, contents)
values ($1::uuid, $2::uuid, $3::bigint, $3::bigint, $4::uuid, $5::uuid, $6::text, $7::text,
  $8::text, 'requested', $9::json)
