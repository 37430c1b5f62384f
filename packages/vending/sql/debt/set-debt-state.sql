-- $1 utility, $2 debt, $3 state.
update debt set state = $3::text where utility_id = $1::uuid and debt_id = $2::uuid
