-- Meters that hang nowhere, after a number: $1 utility, $2 status, $3 after, $4 how many.
select m.drn, m.status, m.model, m.phases, m.payment_mode, k.supply_group_code, k.tariff_index,
  k.key_revision_number, k.encryption_algorithm
from meter m
join meter_key k on k.utility_id = m.utility_id and k.meter_id = m.meter_id
  and k.key_epoch = m.key_epoch
where m.utility_id = $1::uuid and m.status = $2::text and m.drn > $3::text
order by m.drn limit $4::integer
