-- $1 utility, $2 hash, $3 when.
update staff_session set last_seen_at_ms = $3::bigint
where utility_id = $1::uuid and session_hash = $2::bytea and last_seen_at_ms < $3::bigint
