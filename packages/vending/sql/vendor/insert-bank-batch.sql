insert into bank_batch (utility_id, bank_batch_id, vendor_id, batch_number, source, slip_number,
  bankable_minor, brought_minor, closed_by, closed_at_ms)
values ($1::uuid, $2::uuid, $3::uuid, $4::integer, $5::text, $6::text, $7::bigint, $8::bigint,
  $9::text, $10::bigint)
