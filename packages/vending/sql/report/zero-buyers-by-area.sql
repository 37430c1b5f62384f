-- How many buy nothing, by area: $1 utility; of what is not closed, live: $2 and $3 months, $4 where
-- to begin to read, $5 and $6 bounds; $7 since when.
with bought as (
  select agreement_id, max(counted_at_ms) as purchased_at_ms
  from sale_fact
  where utility_id = $1::uuid and month between $2::integer and $3::integer
    and requested_at_ms >= $4::bigint and requested_at_ms < $6::bigint
    and counted_at_ms >= $5::bigint and counted_at_ms < $6::bigint
    and kind = 'sale' and sign = 1
  group by 1
),
served as (
  select p.area,
    coalesce(greatest(l.purchased_at_ms, b.purchased_at_ms), a.began_at_ms) < $7::bigint as is_idle
  from meter m
  join agreement a on a.utility_id = m.utility_id and a.service_point_id = m.service_point_id
    and a.ended_at_ms is null
  join service_point p
    on p.utility_id = m.utility_id and p.service_point_id = m.service_point_id
  left join last_purchase l on l.utility_id = a.utility_id and l.agreement_id = a.agreement_id
  left join bought b on b.agreement_id = a.agreement_id
  where m.utility_id = $1::uuid and m.status = 'active'
)
select area, count(*) as agreements, count(*) filter (where is_idle) as zero_buyers
from served
group by area
order by zero_buyers desc, area
