-- What an agreement of a locked place needs: $1 utility, $2 account number, $3 service point,
-- $4 customer or null, $5 tariff, $6 now.
select
  exists (select from agreement where utility_id = $1::uuid and account_number = $2::text)
    as account_number_exists,
  exists (select from agreement where utility_id = $1::uuid and service_point_id = $3::uuid
    and ended_at_ms is null) as agreement_in_force,
  $4::uuid is null
    or exists (select from customer where utility_id = $1::uuid and customer_id = $4::uuid
      and erased_at_ms is null) as customer_found,
  exists (select from tariff_version where utility_id = $1::uuid and tariff_id = $5::uuid
    and state = 'approved' and effective_from_ms <= $6::bigint) as tariff_found
