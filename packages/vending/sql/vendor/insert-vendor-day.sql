insert into vendor_day (utility_id, vendor_id, day, from_ms, to_ms, cut_at_ms, late_from_ms, state,
  closed_by, commission_version)
values ($1::uuid, $2::uuid, $3::date, $4::bigint, $5::bigint, $6::bigint, $7::bigint, 'closing',
  $8::text, $9::integer)
