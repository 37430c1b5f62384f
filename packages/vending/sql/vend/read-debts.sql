-- The debts that are collected of purchases for some meters: $1 utility, $2 meter numbers, $3 the
-- day on the utility's calendar.
select d.debt_id, d.agreement_id, d.name, d.account, d.priority, d.owed_minor, d.recovery_kind,
  d.share_basis_points, d.fixed_minor, d.fixed_per, d.least_minor
from meter m
join agreement a on a.utility_id = m.utility_id and a.service_point_id = m.service_point_id
  and a.ended_at_ms is null
join debt d on d.utility_id = a.utility_id and d.agreement_id = a.agreement_id
  and d.state = 'open' and d.owed_minor > 0 and d.collect_from <= $3::date
where m.utility_id = $1::uuid and m.drn = any ($2::text[])
order by d.agreement_id, d.priority, d.debt_id
