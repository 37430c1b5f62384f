-- The agreements of one customer or of one place, the newest first: $1 utility, $2 customer or null,
-- $3 service point or null, $4 how many, $5 began before, $6 and of that moment with a smaller id.
select a.agreement_id, a.account_number, a.service_point_id, a.tariff_id, a.began_at_ms,
  a.ended_at_ms, a.exemptions, a.entitlements, a.revision, c.customer_id, c.name as customer_name,
  p.code, p.address,
  (select name from tariff_version t where t.utility_id = a.utility_id
    and t.tariff_id = a.tariff_id and t.state = 'approved'
    order by t.effective_from_ms desc limit 1) as tariff_name,
  case when a.ended_at_ms is null then (select drn from meter m where m.utility_id = a.utility_id
    and m.service_point_id = a.service_point_id) end as drn
from agreement a
join service_point p on p.utility_id = a.utility_id and p.service_point_id = a.service_point_id
left join customer c on c.utility_id = a.utility_id and c.customer_id = a.customer_id
where a.utility_id = $1::uuid and ($2::uuid is null or a.customer_id = $2::uuid)
  and ($3::uuid is null or a.service_point_id = $3::uuid)
  and (a.began_at_ms, a.agreement_id) < ($5::bigint, $6::uuid)
order by a.began_at_ms desc, a.agreement_id desc limit $4::integer
