-- What some operators may sell and have sold since the day began: $1 utility, $2 operators, $3 now,
-- $4 time zone. What was declined was not sold. A statement behind the lock, so that it sees what
-- the one before it has sold.
select l.operator_id, l.most_tendered_minor, l.most_per_day_minor, l.most_vends_per_day,
  s.tendered_minor, s.vends
from operator_limit l
cross join lateral (
  select coalesce(sum(v.tendered_minor), 0)::bigint as tendered_minor, count(*)::integer as vends
  from vend v
  where v.utility_id = l.utility_id and v.operator_id = l.operator_id and v.kind = 'sale'
    and v.state <> 'declined' and v.requested_at_ms >= extract(epoch from
      date_trunc('day', to_timestamp($3::bigint / 1000.0), $4::text)) * 1000
) s
where l.utility_id = $1::uuid and l.operator_id = any ($2::uuid[])
