-- $1 utility, $2 key, $3 hash of the secret, $4 vendor, $5 name, $6 when, $7 public key or null, $8
-- whether it must sign, $9 permissions, $10 requests a minute or null.
insert into api_key (utility_id, api_key_id, secret_hash, vendor_id, name, created_at_ms, public_key,
  signature_required, permissions, requests_per_minute)
values ($1::uuid, $2::uuid, $3::bytea, $4::uuid, $5::text, $6::bigint, $7::bytea, $8::boolean,
  $9::text[], $10::integer)
