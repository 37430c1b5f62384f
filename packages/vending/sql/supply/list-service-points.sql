-- Places with words that begin with the typed ones, after a code: $1 utility, $2 typed,
-- $3 after code, $4 how many, $5 area or null.
select p.service_point_id, p.code, p.address, p.area, p.phases, p.supply_limit_w, p.latitude_e6,
  p.longitude_e6, p.revision, p.created_at_ms, m.drn, a.agreement_id, a.account_number
from service_point p
left join meter m on m.utility_id = p.utility_id and m.service_point_id = p.service_point_id
left join agreement a on a.utility_id = p.utility_id and a.service_point_id = p.service_point_id
  and a.ended_at_ms is null
where p.utility_id = $1::uuid and p.code > $3::text
  and ($2::text = '' or p.words @@ search_query($2::text))
  and ($5::text is null or p.area = $5::text)
order by p.code limit $4::integer
