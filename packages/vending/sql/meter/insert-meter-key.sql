-- The first key of a meter: $1 utility, $2 meter, $3 supply group, $4 tariff index, $5 revision,
-- $6 encryption algorithm, $7 when.
insert into meter_key (utility_id, meter_id, key_epoch, supply_group_code, tariff_index,
  key_revision_number, encryption_algorithm, began_at_ms)
values ($1::uuid, $2::uuid, 1, $3::text, $4::text, $5::smallint, $6::text, $7::bigint)
