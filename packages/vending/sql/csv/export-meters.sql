-- Meters in store as files have them: $1 utility, $2 after this number, $3 how many,
-- $4 these numbers only or null for all.
select m.drn, m.model, m.phases as meter_phases, m.payment_mode, k.supply_group_code,
  k.tariff_index, k.key_revision_number, k.encryption_algorithm
from meter m
join meter_key k on k.utility_id = m.utility_id and k.meter_id = m.meter_id
  and k.key_epoch = m.key_epoch
where m.utility_id = $1::uuid and m.drn > $2::text and m.status = 'in_store'
  and ($4::text[] is null or m.drn = any ($4::text[]))
order by m.drn limit $3::integer
