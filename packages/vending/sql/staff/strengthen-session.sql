-- A session that has shown a strong factor, under a new secret: $1 utility, $2 hash, $3 the new hash,
-- $4 when.
update staff_session set session_hash = $3::bytea, strong_at_ms = $4::bigint
where utility_id = $1::uuid and session_hash = $2::bytea
