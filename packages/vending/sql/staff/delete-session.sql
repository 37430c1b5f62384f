-- $1 utility, $2 hash.
delete from staff_session where utility_id = $1::uuid and session_hash = $2::bytea
