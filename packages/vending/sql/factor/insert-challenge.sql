-- $1 utility, $2 challenge, $3 purpose, $4 user or null, $5 until when.
insert into passkey_challenge (utility_id, challenge, purpose, user_id, expires_at_ms)
values ($1::uuid, $2::text, $3::text, $4::uuid, $5::bigint)
