-- $1 utility, $2 user, $3 when.
update staff_user set factor_failures = factor_failures + 1, factor_failed_at_ms = $3::bigint
where utility_id = $1::uuid and user_id = $2::uuid
