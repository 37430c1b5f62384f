-- Takes a challenge, once: $1 utility, $2 challenge, $3 purpose, $4 user or null, $5 now.
delete from passkey_challenge
where utility_id = $1::uuid and challenge = $2::text and purpose = $3::text
  and user_id is not distinct from $4::uuid and expires_at_ms > $5::bigint
