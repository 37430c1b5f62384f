-- Takes off debts what vends collect of them, or gives it back: $1 utility, $2 debt ids, $3 money.
-- What is given back opens a debt again that was settled by it; one that was written off meanwhile
-- stays so. The rows are locked; no debt is collected beyond what is owed (its constraint).
with updated as (
  update debt d set owed_minor = d.owed_minor - n.money_minor,
    state = case
      when d.state = 'open' and d.owed_minor = n.money_minor then 'settled'
      when d.state = 'settled' and n.money_minor < 0 then 'open'
      else d.state end
  from unnest($2::uuid[], $3::bigint[]) as n (debt_id, money_minor)
  where d.utility_id = $1::uuid and d.debt_id = any ($2::uuid[]) and d.debt_id = n.debt_id
  returning 1
)
select case when (select count(*) from updated) = cardinality($2::uuid[]) then true
  else vending_refuse('a debt is gone') end
