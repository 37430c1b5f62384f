insert into credit_limit_change (utility_id, change_id, vendor_id, from_minor, to_minor, reason,
  requested_by, approved_by, changed_at_ms)
values ($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::bigint, $6::text, $7::text, $8::text,
  $9::bigint)
