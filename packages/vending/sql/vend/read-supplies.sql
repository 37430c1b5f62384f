-- All that a vend needs of some meters: $1 utility, $2 meter numbers, $3 now, which picks the
-- version of the tariff. A meter without a place has no agreement, one whose tariff is not yet in
-- effect no version.
with supply as materialized (
  select m.meter_id, m.drn, m.meter_pan, m.status, m.key_epoch, m.last_token_identifier,
    m.service_point_id, a.agreement_id, a.account_number, a.customer_id, a.tariff_id, a.began_at_ms,
    a.exemptions, a.entitlements, a.purchase_state
  from meter m
  left join agreement a on a.utility_id = m.utility_id and a.service_point_id = m.service_point_id
    and a.ended_at_ms is null
  where m.utility_id = $1::uuid and m.drn = any ($2::text[])
),
tariff as materialized (
  select t.tariff_id, v.version
  from (select distinct tariff_id from supply) t
  join lateral (
    select version from tariff_version
    where utility_id = $1::uuid and tariff_id = t.tariff_id and state = 'approved'
      and effective_from_ms <= $3::bigint
    order by effective_from_ms desc limit 1
  ) v on true
)
select s.meter_id, s.drn, s.meter_pan, s.status, s.key_epoch, s.last_token_identifier,
  s.agreement_id, s.account_number, s.began_at_ms, s.exemptions, s.entitlements, s.purchase_state,
  s.tariff_id, t.version as tariff_version, p.address, c.customer_id, c.name as customer_name,
  k.supply_group_code, k.tariff_index, k.key_revision_number, k.encryption_algorithm,
  g.key_type, g.base_date, g.key_expiry_number, g.dkga, u.debt_share_most_basis_points
from supply s
join utility u on u.utility_id = $1::uuid
join meter_key k on k.utility_id = $1::uuid and k.meter_id = s.meter_id and k.key_epoch = s.key_epoch
join vending_key g on g.utility_id = $1::uuid and g.supply_group_code = k.supply_group_code
  and g.key_revision_number = k.key_revision_number
left join tariff t on t.tariff_id = s.tariff_id
left join service_point p on p.utility_id = $1::uuid and p.service_point_id = s.service_point_id
left join customer c on c.utility_id = $1::uuid and c.customer_id = s.customer_id
