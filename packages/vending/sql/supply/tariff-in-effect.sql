select exists (select from tariff_version where utility_id = $1::uuid and tariff_id = $2::uuid
  and state = 'approved' and effective_from_ms <= $3::bigint) as tariff_found
