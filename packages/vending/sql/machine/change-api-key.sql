-- What a key that holds may do: $1 utility, $2 key, $3 public key or null, $4 whether it must sign,
-- $5 permissions, $6 requests a minute or null.
update api_key set public_key = $3::bytea, signature_required = $4::boolean, permissions = $5::text[],
  requests_per_minute = $6::integer
where utility_id = $1::uuid and api_key_id = $2::uuid and revoked_at_ms is null
