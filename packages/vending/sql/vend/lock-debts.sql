-- The same as read-debts.sql, and locks them behind the agreements they belong to: $1 utility,
-- $2 meter numbers, $3 the day on the utility's calendar.
select d.debt_id, d.agreement_id, d.name, d.account, d.priority, d.owed_minor, d.recovery_kind,
  d.share_basis_points, d.fixed_minor, d.fixed_per, d.least_minor
from debt d
where d.utility_id = $1::uuid and d.state = 'open' and d.owed_minor > 0
  and d.collect_from <= $3::date and d.agreement_id = any (array(
    select a.agreement_id from agreement a
    where a.utility_id = $1::uuid and a.ended_at_ms is null and a.service_point_id = any (array(
      select m.service_point_id from meter m
      where m.utility_id = $1::uuid and m.drn = any ($2::text[])
    ))
  ))
order by d.agreement_id, d.priority, d.debt_id for no key update
