-- $1 utility, $2 account, $3 floor. The constraint account_limit_floor has the last word.
update account_limit set floor_minor = $3::bigint
where utility_id = $1::uuid and account_id = $2::uuid
