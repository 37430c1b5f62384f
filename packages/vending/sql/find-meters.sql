-- Installed meters as they are sold for: $1 utility, $2 their numbers or null for all, $3 after a
-- number, $4 how many, $5 now.
select m.meter_id, m.drn, m.meter_pan, m.status, p.address, m.last_vend_at_ms,
  c.customer_id, c.name as customer_name,
  t.tariff_id, t.version as tariff_version, t.name as tariff_name,
  k.key_epoch, k.supply_group_code, k.tariff_index, k.key_revision_number, k.encryption_algorithm,
  g.key_type, g.base_date, g.key_expiry_number, g.dkga
from meter m
join meter_key k on k.utility_id = m.utility_id and k.meter_id = m.meter_id
  and k.key_epoch = m.key_epoch
join vending_key g on g.utility_id = k.utility_id and g.supply_group_code = k.supply_group_code
  and g.key_revision_number = k.key_revision_number
join service_point p on p.utility_id = m.utility_id and p.service_point_id = m.service_point_id
join agreement a on a.utility_id = p.utility_id and a.service_point_id = p.service_point_id
  and a.ended_at_ms is null
left join customer c on c.utility_id = a.utility_id and c.customer_id = a.customer_id
join lateral (
  select tariff_id, version, name from tariff_version
  where utility_id = m.utility_id and tariff_id = a.tariff_id and state = 'approved'
    and effective_from_ms <= $5::bigint
  order by effective_from_ms desc limit 1
) t on true
where m.utility_id = $1::uuid and m.drn > $3::text
  and ($2::text[] is null or m.drn = any ($2::text[]))
order by m.drn limit $4::integer
