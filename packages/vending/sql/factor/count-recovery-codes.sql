-- $1 utility, $2 user.
select count(*) as codes from recovery_code where utility_id = $1::uuid and user_id = $2::uuid
