insert into meter_key (utility_id, meter_id, key_epoch, supply_group_code, tariff_index,
  key_revision_number, encryption_algorithm, began_at_ms)
select $1::uuid, n.meter_id, 1, n.supply_group_code, n.tariff_index, n.key_revision_number,
  n.encryption_algorithm, $2::bigint
from unnest($3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::text[])
  as n (meter_id, supply_group_code, tariff_index, key_revision_number, encryption_algorithm)
