-- $1 utility, $2 user, $3 the hash.
update staff_user set password_hash = $3::text
where utility_id = $1::uuid and user_id = $2::uuid
