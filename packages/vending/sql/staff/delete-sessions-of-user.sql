-- $1 utility, $2 user.
delete from staff_session where utility_id = $1::uuid and user_id = $2::uuid
