-- Exemptions and entitlements come as text with blanks between them.
insert into agreement (utility_id, agreement_id, account_number, service_point_id, customer_id,
  tariff_id, began_at_ms, exemptions, entitlements)
select $1::uuid, n.agreement_id, n.account_number, n.service_point_id, n.customer_id, n.tariff_id,
  $2::bigint, string_to_array(n.exemptions, ' '), string_to_array(n.entitlements, ' ')
from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[])
  as n (agreement_id, account_number, service_point_id, customer_id, tariff_id, exemptions,
    entitlements)
