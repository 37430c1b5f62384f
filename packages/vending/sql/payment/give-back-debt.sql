-- Puts money back on a debt from which a payment was taken: $1 utility, $2 debt, $3 money. What is owed
-- again is open again, also when the rest of it was written off meanwhile, or suspended when that was
-- what people had last said of it.
update debt d
set owed_minor = d.owed_minor + $3::bigint,
  state = case
    when d.state not in ('settled', 'written_off') then d.state
    when (
      select c.kind from debt_change c
      where c.utility_id = d.utility_id and c.debt_id = d.debt_id
        and c.kind in ('suspended', 'resumed')
      order by c.changed_at_ms desc limit 1
    ) = 'suspended' then 'suspended'
    else 'open'
  end
where d.utility_id = $1::uuid and d.debt_id = $2::uuid
