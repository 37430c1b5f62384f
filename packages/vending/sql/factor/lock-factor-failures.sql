-- How often the second factor was guessed at in a row, held until the transaction ends:
-- $1 utility, $2 user.
select factor_failures, factor_failed_at_ms from staff_user
where utility_id = $1::uuid and user_id = $2::uuid and disabled_at_ms is null
for update
