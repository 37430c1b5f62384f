-- All sessions of a user but one: $1 utility, $2 user, $3 the hash of the one that stays.
delete from staff_session
where utility_id = $1::uuid and user_id = $2::uuid and session_hash <> $3::bytea
