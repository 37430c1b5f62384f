-- Makes vends durable: $1 utility, $2 when, $3 month of the request, then arrays. An id that another
-- process took meanwhile breaks the key of vend_request, a payment that was taken that of
-- vend_payment, and nothing is written.
with v as materialized (
  select * from unnest($4::uuid[], $5::bytea[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[],
    $10::uuid[], $11::uuid[], $12::integer[], $13::bigint[], $14::bigint[], $15::integer[],
    $16::integer[], $17::integer[], $18::integer[], $19::smallint[], $20::text[], $21::text[],
    $22::text[], $23::text[], $24::json[], $25::json[], $26::json[],
    $27::integer[])
    as v (vend_id, request_hash, kind, meter_id, agreement_id, vendor_id, operator_id, tariff_id,
      tariff_version, tendered_minor, credit_minor, energy_tenth_kwh, free_tenth_kwh, key_epoch,
      token_identifier, token_count, channel, payment_method, payment_reference, sold_by, lines,
      issue_order, undo, month_tenth_kwh)
),
requested as (
  insert into vend_request (month, utility_id, vend_id, request_hash)
  select $3::integer, $1::uuid, vend_id, request_hash from v
),
paid as (
  insert into vend_payment (utility_id, vend_id, payment_method, payment_reference)
  select $1::uuid, vend_id, payment_method, payment_reference from v
  where payment_reference is not null
),
under_way as (
  insert into vend_under_way (requested_at_ms, utility_id, vend_id)
  select $2::bigint, $1::uuid, vend_id from v where kind <> 'sale'
)
insert into vend (requested_at_ms, month, utility_id, state, vend_id, kind, meter_id, agreement_id,
  vendor_id, operator_id, tariff_id, tariff_version, tendered_minor, credit_minor, energy_tenth_kwh,
  free_tenth_kwh, key_epoch, token_identifier, token_count, channel, payment_method,
  payment_reference, sold_by, lines, issue_order, undo, month_tenth_kwh)
select $2::bigint, $3::integer, $1::uuid, 'reserved', vend_id, kind, meter_id, agreement_id,
  vendor_id, operator_id, tariff_id, tariff_version, tendered_minor, credit_minor, energy_tenth_kwh,
  free_tenth_kwh, key_epoch, token_identifier, token_count, channel, payment_method,
  payment_reference, sold_by, lines, issue_order, undo, month_tenth_kwh
from v
