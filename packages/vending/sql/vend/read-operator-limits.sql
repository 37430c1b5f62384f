-- What some operators may sell and have sold since the day began: $1 utility, $2 operators, $3 now,
-- $4 time zone. What was declined was not sold. Payments beside electricity that were not given back
-- are money taken too, but no vends; they are found by the vendor the operator works for. A statement
-- behind the lock, so that it sees what the one before it has sold.
select l.operator_id, l.most_tendered_minor, l.most_per_day_minor, l.most_vends_per_day,
  (s.tendered_minor + p.paid_minor)::bigint as tendered_minor, s.vends
from operator_limit l
cross join lateral (
  select extract(epoch from
    date_trunc('day', to_timestamp($3::bigint / 1000.0), $4::text)) * 1000 as from_ms
) day
cross join lateral (
  select coalesce(sum(v.tendered_minor), 0) as tendered_minor, count(*)::integer as vends
  from vend v
  where v.utility_id = l.utility_id and v.operator_id = l.operator_id and v.kind = 'sale'
    and v.state <> 'declined' and v.requested_at_ms >= day.from_ms
) s
cross join lateral (
  select coalesce(sum(a.payment_minor), 0) as paid_minor
  from staff_user u
  join account_payment a on a.utility_id = u.utility_id and a.vendor_id = u.vendor_id
    and a.operator_id = u.user_id and a.paid_at_ms >= day.from_ms
  where u.utility_id = l.utility_id and u.user_id = l.operator_id
    and not exists (select from account_payment_reversal r
      where r.utility_id = a.utility_id and r.payment_id = a.payment_id)
) p
where l.utility_id = $1::uuid and l.operator_id = any ($2::uuid[])
