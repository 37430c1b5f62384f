-- A counter that counts must rise; one that stays zero does not count: $1 utility, $2 credential,
-- $3 the counter now, $4 when.
update passkey set counter = $3::bigint, last_used_at_ms = $4::bigint
where utility_id = $1::uuid and credential_id = $2::text
  and ($3::bigint > counter or ($3::bigint = 0 and counter = 0))
