-- $1 utility, $2 user.
delete from passkey where utility_id = $1::uuid and user_id = $2::uuid
