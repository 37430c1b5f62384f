-- $1 utility, $2 user, $3 when.
update staff_user set disabled_at_ms = $3::bigint
where utility_id = $1::uuid and user_id = $2::uuid and disabled_at_ms is null
