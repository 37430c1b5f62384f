insert into deposit_reversal (utility_id, reversal_id, deposit_id, vendor_id, reversed_minor, reason,
  requested_by, approved_by, reversed_at_ms)
values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::bigint, $6::text, $7::text, $8::text,
  $9::bigint)
