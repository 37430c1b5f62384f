-- $1 utility, $2 number of the security module, then arrays.
insert into token (module_sequence, key_epoch, token_identifier, month, energy_tenth_kwh, position,
  module_number, utility_id, meter_id, vend_id, digits, content_kind, receipt)
select module_sequence, key_epoch, token_identifier, month, energy_tenth_kwh, position,
  $2::smallint, $1::uuid, meter_id, vend_id, digits, content_kind, receipt
from unnest($3::bigint[], $4::integer[], $5::integer[], $6::integer[], $7::integer[],
  $8::smallint[], $9::uuid[], $10::uuid[], $11::text[], $12::text[], $13::bytea[])
  as t (module_sequence, key_epoch, token_identifier, month, energy_tenth_kwh, position, meter_id,
    vend_id, digits, content_kind, receipt)
