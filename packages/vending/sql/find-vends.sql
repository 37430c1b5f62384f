-- Everything known of some vends: $1 utility, $2 vend ids. The vends are picked out first, so that
-- the plan cannot begin at another table, also one that was made while the tables were empty.
with v as materialized (
  select * from vend where utility_id = $1::uuid and vend_id = any ($2::uuid[])
)
select v.vend_id, v.state, v.meter_id, v.key_epoch, v.token_identifier,
  v.vendor_id, v.sold_by, v.tendered_minor, v.energy_tenth_kwh, v.tariff_id, v.tariff_version,
  v.lines, v.requested_at_ms, v.resolved_at_ms, v.declined_reason,
  m.drn, m.meter_pan, p.address, c.name as customer_name, d.name as vendor_name,
  d.float_account_id, t.name as tariff_name,
  k.supply_group_code, k.tariff_index, k.key_revision_number, k.encryption_algorithm,
  g.key_type, g.base_date, g.dkga,
  n.digits, n.module_sequence, n.receipt,
  (select coalesce(max(r.reprint_number), 0) from reprint r
    where r.utility_id = v.utility_id and r.vend_id = v.vend_id) as reprints
from v
join meter m on m.utility_id = v.utility_id and m.meter_id = v.meter_id
join meter_key k on k.utility_id = v.utility_id and k.meter_id = v.meter_id
  and k.key_epoch = v.key_epoch
join vending_key g on g.utility_id = k.utility_id and g.supply_group_code = k.supply_group_code
  and g.key_revision_number = k.key_revision_number
join vendor d on d.utility_id = v.utility_id and d.vendor_id = v.vendor_id
join tariff t on t.utility_id = v.utility_id and t.tariff_id = v.tariff_id
  and t.version = v.tariff_version
left join service_point p on p.utility_id = m.utility_id
  and p.service_point_id = m.service_point_id
left join agreement a on a.utility_id = p.utility_id and a.service_point_id = p.service_point_id
  and a.ended_at_ms is null
left join customer c on c.utility_id = a.utility_id and c.customer_id = a.customer_id
left join token n on n.utility_id = v.utility_id and n.vend_id = v.vend_id and n.position = 0
