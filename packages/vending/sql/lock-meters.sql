-- Locks meters in key order and reads all a vend needs of them: $1 utility, $2 meter numbers,
-- $3 now, which picks the tariff's version.
with locked as materialized (
  select meter_id, drn, meter_pan, status, service_point_id, key_epoch, last_token_identifier
  from meter where utility_id = $1::uuid and drn = any ($2::text[])
  order by meter_id for update
)
select m.meter_id, m.drn, m.meter_pan, m.status, p.address, c.name as customer_name,
  m.key_epoch, m.last_token_identifier,
  k.supply_group_code, k.tariff_index, k.key_revision_number, k.encryption_algorithm,
  g.key_type, g.base_date, g.key_expiry_number, g.dkga,
  t.tariff_id, t.version as tariff_version, t.name as tariff_name, t.price_per_kwh_e4_minor,
  t.vat_basis_points
from locked m
join meter_key k on k.utility_id = $1::uuid and k.meter_id = m.meter_id
  and k.key_epoch = m.key_epoch
join vending_key g on g.utility_id = $1::uuid and g.supply_group_code = k.supply_group_code
  and g.key_revision_number = k.key_revision_number
join service_point p on p.utility_id = $1::uuid and p.service_point_id = m.service_point_id
join agreement a on a.utility_id = $1::uuid and a.service_point_id = m.service_point_id
  and a.ended_at_ms is null
join lateral (
  select tariff_id, version, name, price_per_kwh_e4_minor, vat_basis_points from tariff
  where utility_id = $1::uuid and tariff_id = a.tariff_id and effective_from_ms <= $3::bigint
  order by version desc limit 1
) t on true
left join customer c on c.utility_id = $1::uuid and c.customer_id = a.customer_id
