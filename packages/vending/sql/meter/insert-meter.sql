-- Enrols a meter where it hangs: $1 utility, $2 meter, $3 number, $4 pan, $5 address, $6 customer,
-- $7 tariff, $8 service point, $9 agreement, $10 account number, $11 code of the place, $12 when,
-- $13 by whom.
with place as (
  insert into service_point (utility_id, service_point_id, code, address, created_at_ms)
  values ($1::uuid, $8::uuid, $11::text, $5::text, $12::bigint)
),
supply as (
  insert into agreement (utility_id, agreement_id, account_number, service_point_id, customer_id,
    tariff_id, began_at_ms)
  values ($1::uuid, $9::uuid, $10::text, $8::uuid, $6::uuid, $7::uuid, $12::bigint)
),
device as (
  insert into meter (utility_id, meter_id, drn, meter_pan, status, service_point_id, key_epoch)
  values ($1::uuid, $2::uuid, $3::text, $4::text, 'active', $8::uuid, 1)
)
insert into meter_installation
  (utility_id, meter_id, installed_at_ms, service_point_id, installed_by)
values ($1::uuid, $2::uuid, $12::bigint, $8::uuid, $13::text)
