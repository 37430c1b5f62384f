insert into meter (utility_id, meter_id, drn, meter_pan, status, model, phases, payment_mode,
  key_epoch)
values ($1::uuid, $2::uuid, $3::text, $4::text, 'in_store', $5::text, $6::smallint, $7::text, 1)
on conflict (utility_id, drn) do nothing
