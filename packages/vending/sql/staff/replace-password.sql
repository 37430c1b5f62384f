-- $1 utility, $2 user, $3 the hash it replaces, $4 the new hash. Nothing is updated when another
-- change came between.
update staff_user set password_hash = $4::text
where utility_id = $1::uuid and user_id = $2::uuid and password_hash = $3::text
