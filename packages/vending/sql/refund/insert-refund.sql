insert into refund (utility_id, refund_id, vend_id, requested_at_ms, refund_minor,
  unused_tenth_kwh, debt_id, proof_order_id, proof, proof_reference, money_to, state)
values ($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::bigint, $6::integer, $7::uuid, $8::uuid,
  $9::text, $10::text, $11::text, 'requested')
