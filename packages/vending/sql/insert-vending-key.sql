insert into vending_key (utility_id, supply_group_code, key_revision_number, key_type, base_date,
  key_expiry_number, dkga)
values ($1::uuid, $2::text, $3::smallint, $4::smallint, $5::smallint, $6::smallint, $7::text)
