insert into deposit (utility_id, deposit_id, vendor_id, deposit_minor, reference, deposited_by,
  deposited_at_ms, source, account_code, value_date, slip_number, bank_batch_id)
values ($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::text, $6::text, $7::bigint, $8::text,
  $9::text, $10::date, $11::text, $12::uuid)
