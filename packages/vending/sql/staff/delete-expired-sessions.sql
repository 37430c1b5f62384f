-- $1 utility, $2 last seen not after.
delete from staff_session where utility_id = $1::uuid and last_seen_at_ms <= $2::bigint
