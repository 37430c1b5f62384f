-- Takes the code of a half minute, once: $1 utility, $2 user, $3 the half minute, $4 when.
update totp set last_step = $3::bigint, confirmed_at_ms = coalesce(confirmed_at_ms, $4::bigint)
where utility_id = $1::uuid and user_id = $2::uuid and last_step < $3::bigint
