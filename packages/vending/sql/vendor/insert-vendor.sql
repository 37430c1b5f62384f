insert into vendor (utility_id, vendor_id, name, float_account_id, created_at_ms)
values ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::bigint)
