-- $1 utility, $2 user, $3 roles, $4 vendor or null.
update staff_user set roles = $3::text[], vendor_id = $4::uuid
where utility_id = $1::uuid and user_id = $2::uuid
