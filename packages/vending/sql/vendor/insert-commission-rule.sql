insert into commission_rule (utility_id, vendor_id, version, effective_from, paid, terms,
  above_ceiling, added_by, approved_by, added_at_ms)
values ($1::uuid, $2::uuid, $3::integer, $4::date, $5::text, $6::jsonb, $7::boolean, $8::text,
  $9::text, $10::bigint)
