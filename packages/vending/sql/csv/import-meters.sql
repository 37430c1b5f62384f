-- Meters, installed where they have a place: $1 utility, $2 meter ids, $3 numbers, $4 PANs,
-- $5 statuses, $6 places or nulls, $7 models, $8 phases, $9 payment modes.
insert into meter (utility_id, meter_id, drn, meter_pan, status, service_point_id, model, phases,
  payment_mode, key_epoch)
select $1::uuid, n.meter_id, n.drn, n.meter_pan, n.status, n.service_point_id, n.model, n.phases,
  n.payment_mode, 1
from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::smallint[],
    $9::text[])
  as n (meter_id, drn, meter_pan, status, service_point_id, model, phases, payment_mode)
