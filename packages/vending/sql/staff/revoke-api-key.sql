-- The first time counts: $1 utility, $2 key, $3 when.
update api_key set revoked_at_ms = coalesce(revoked_at_ms, $3::bigint)
where utility_id = $1::uuid and api_key_id = $2::uuid
