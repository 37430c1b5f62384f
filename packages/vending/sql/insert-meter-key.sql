insert into meter_key (utility_id, meter_id, key_epoch, supply_group_code, tariff_index,
  key_revision_number, encryption_algorithm)
values ($1::uuid, $2::uuid, 1, $3::text, $4::text, $5::smallint, $6::text)
