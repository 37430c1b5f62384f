-- Agreements in force with a meter to sell for that have bought nothing since $7, the longest idle
-- first: $1 utility; of what is not closed, live: $2 and $3 months, $4 where to begin to read, $5
-- and $6 bounds; $8 area or null, $9 what was searched for or null, $10 and $11 the last one of the
-- page before, $12 how many.
with bought as (
  select agreement_id, max(counted_at_ms) as purchased_at_ms
  from sale_fact
  where utility_id = $1::uuid and month between $2::integer and $3::integer
    and requested_at_ms >= $4::bigint and requested_at_ms < $6::bigint
    and counted_at_ms >= $5::bigint and counted_at_ms < $6::bigint
    and kind = 'sale' and sign = 1
  group by 1
),
idle as (
  select a.agreement_id, a.account_number, a.tariff_id, c.name as customer_name, c.phone,
    p.address, p.area, m.drn, a.began_at_ms,
    greatest(l.purchased_at_ms, b.purchased_at_ms) as purchased_at_ms,
    coalesce(greatest(l.purchased_at_ms, b.purchased_at_ms), a.began_at_ms) as idle_from_ms
  from meter m
  join agreement a on a.utility_id = m.utility_id and a.service_point_id = m.service_point_id
    and a.ended_at_ms is null
  join service_point p
    on p.utility_id = m.utility_id and p.service_point_id = m.service_point_id
  left join customer c on c.utility_id = a.utility_id and c.customer_id = a.customer_id
  left join last_purchase l on l.utility_id = a.utility_id and l.agreement_id = a.agreement_id
  left join bought b on b.agreement_id = a.agreement_id
  where m.utility_id = $1::uuid and m.status = 'active'
)
select agreement_id, account_number, customer_name, phone, address, area, drn, purchased_at_ms,
  idle_from_ms,
  (select t.name from tariff_version t
    where t.utility_id = $1::uuid and t.tariff_id = idle.tariff_id and t.state = 'approved'
    order by t.version desc limit 1) as tariff_name
from idle
where idle_from_ms < $7::bigint
  and ($8::text is null or area = $8::text)
  and ($9::text is null or strpos(lower(concat_ws(' ', account_number, customer_name, phone, address,
    area, drn)), lower($9::text)) > 0)
  and (idle_from_ms, agreement_id) > ($10::bigint, $11::uuid)
order by idle_from_ms, agreement_id
limit $12::integer
