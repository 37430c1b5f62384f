-- $1 utility, then arrays.
insert into token (utility_id, vend_id, position, digits, meter_id, key_epoch, token_identifier,
  energy_tenth_kwh, module_sequence, receipt)
select $1::uuid, vend_id, 0, digits, meter_id, key_epoch, token_identifier, energy_tenth_kwh,
  module_sequence, receipt
from unnest($2::uuid[], $3::text[], $4::uuid[], $5::integer[], $6::integer[], $7::integer[],
  $8::bigint[], $9::bytea[])
  as t (vend_id, digits, meter_id, key_epoch, token_identifier, energy_tenth_kwh,
    module_sequence, receipt)
