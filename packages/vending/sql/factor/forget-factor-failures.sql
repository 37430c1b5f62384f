-- $1 utility, $2 user.
update staff_user set factor_failures = 0, factor_failed_at_ms = null
where utility_id = $1::uuid and user_id = $2::uuid
