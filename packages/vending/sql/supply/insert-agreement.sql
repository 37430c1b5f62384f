insert into agreement (utility_id, agreement_id, account_number, service_point_id, customer_id,
  tariff_id, began_at_ms, exemptions, entitlements)
values ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::bigint, $8::text[],
  $9::text[])
