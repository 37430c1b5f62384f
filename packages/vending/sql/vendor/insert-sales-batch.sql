insert into sales_batch (utility_id, sales_batch_id, vendor_id, batch_number, shifts, vends,
  sold_minor, counted_minor, bankable_minor, closed_by, closed_at_ms)
values ($1::uuid, $2::uuid, $3::uuid, $4::integer, $5::integer, $6::integer, $7::bigint, $8::bigint,
  $9::bigint, $10::text, $11::bigint)
