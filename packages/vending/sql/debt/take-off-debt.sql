-- Takes money off a debt that somebody pays or forgives: $1 utility, $2 debt, $3 money, $4 the state
-- when nothing is left. The constraint refuses more than is owed.
update debt
set owed_minor = owed_minor - $3::bigint,
  state = case when owed_minor = $3::bigint then $4::text else state end
where utility_id = $1::uuid and debt_id = $2::uuid
