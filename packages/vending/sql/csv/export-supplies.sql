-- Installed meters with an agreement as files have them: $1 utility, $2 after this number,
-- $3 how many, $4 these numbers only or null for all.
select m.drn, m.status, m.model, m.phases as meter_phases, m.payment_mode,
  k.supply_group_code, k.tariff_index, k.key_revision_number, k.encryption_algorithm,
  p.code, p.address, p.area, p.phases, p.supply_limit_w, p.latitude_e6, p.longitude_e6,
  a.account_number, a.tariff_id, a.exemptions, a.entitlements,
  c.customer_id, c.name as customer_name, c.phone, c.language, c.notes
from meter m
join meter_key k on k.utility_id = m.utility_id and k.meter_id = m.meter_id
  and k.key_epoch = m.key_epoch
join service_point p on p.utility_id = m.utility_id and p.service_point_id = m.service_point_id
join agreement a on a.utility_id = p.utility_id and a.service_point_id = p.service_point_id
  and a.ended_at_ms is null
left join customer c on c.utility_id = a.utility_id and c.customer_id = a.customer_id
where m.utility_id = $1::uuid and m.drn > $2::text
  and ($4::text[] is null or m.drn = any ($4::text[]))
order by m.drn limit $3::integer
