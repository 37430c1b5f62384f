insert into deposit (utility_id, deposit_id, vendor_id, deposit_minor, reference, deposited_by,
  deposited_at_ms)
values ($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::text, $6::text, $7::bigint)
