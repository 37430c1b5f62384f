insert into api_key (utility_id, api_key_id, secret_hash, vendor_id, name, created_at_ms)
values ($1::uuid, $2::uuid, $3::bytea, $4::uuid, $5::text, $6::bigint)
