-- Meters in a state, wherever they are, by number: $1 utility, $2 state, $3 after a number, $4 how many.
select m.meter_id, m.drn, m.meter_pan, m.status, m.model, m.phases, m.payment_mode, m.revision,
  m.last_vend_at_ms, k.key_epoch, k.supply_group_code, k.tariff_index, k.key_revision_number,
  k.encryption_algorithm, g.key_type, g.base_date, g.key_expiry_number, g.dkga,
  p.service_point_id, p.code, p.address, p.area, a.agreement_id, a.account_number, a.tariff_id,
  (select name from tariff_version t where t.utility_id = a.utility_id
    and t.tariff_id = a.tariff_id and t.state = 'approved'
    order by t.effective_from_ms desc limit 1) as tariff_name,
  c.customer_id, c.name as customer_name, c.phone
from (
  select * from meter
  where utility_id = $1::uuid and status = $2::text and drn > $3::text
  order by drn limit $4::integer
) m
join meter_key k on k.utility_id = m.utility_id and k.meter_id = m.meter_id
  and k.key_epoch = m.key_epoch
join vending_key g on g.utility_id = k.utility_id and g.supply_group_code = k.supply_group_code
  and g.key_revision_number = k.key_revision_number
left join service_point p
  on p.utility_id = m.utility_id and p.service_point_id = m.service_point_id
left join agreement a on a.utility_id = p.utility_id and a.service_point_id = p.service_point_id
  and a.ended_at_ms is null
left join customer c on c.utility_id = a.utility_id and c.customer_id = a.customer_id
order by m.drn
