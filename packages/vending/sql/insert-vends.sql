-- $1 utility, $2 when, then arrays.
insert into vend (utility_id, vend_id, request_hash, state, meter_id, key_epoch, token_identifier,
  vendor_id, sold_by, tendered_minor, energy_tenth_kwh, tariff_id, tariff_version, lines,
  requested_at_ms)
select $1::uuid, vend_id, request_hash, 'reserved', meter_id, key_epoch, token_identifier,
  vendor_id, sold_by, tendered_minor, energy_tenth_kwh, tariff_id, tariff_version, lines,
  $2::bigint
from unnest($3::uuid[], $4::bytea[], $5::uuid[], $6::integer[], $7::integer[], $8::uuid[],
  $9::text[], $10::bigint[], $11::integer[], $12::uuid[], $13::integer[], $14::jsonb[])
  as v (vend_id, request_hash, meter_id, key_epoch, token_identifier, vendor_id, sold_by,
    tendered_minor, energy_tenth_kwh, tariff_id, tariff_version, lines)
