insert into account_payment (utility_id, payment_id, agreement_id, vendor_id, operator_id, debt_id,
  kind, payment_minor, taken_by, channel, payment_method, payment_reference, document_reference,
  paid_at_ms)
values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::bigint, $9::text,
  $10::text, $11::text, $12::text, $13::text, $14::bigint)
