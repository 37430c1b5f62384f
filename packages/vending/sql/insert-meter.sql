insert into meter (utility_id, meter_id, drn, meter_pan, status, address, customer_id, tariff_id,
  key_epoch)
values ($1::uuid, $2::uuid, $3::text, $4::text, 'active', $5::text, $6::uuid, $7::uuid, 1)
