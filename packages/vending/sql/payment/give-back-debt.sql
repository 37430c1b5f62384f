-- Puts money back on a debt from which a payment was taken: $1 utility, $2 debt, $3 money.
update debt
set owed_minor = owed_minor + $3::bigint,
  state = case when state = 'settled' then 'open' else state end
where utility_id = $1::uuid and debt_id = $2::uuid
