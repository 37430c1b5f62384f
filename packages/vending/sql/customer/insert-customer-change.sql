insert into customer_change
  (utility_id, customer_id, revision, changed_at_ms, changed_by, changed_fields, before)
values ($1::uuid, $2::uuid, $3::integer, $4::bigint, $5::text, $6::text[], $7::jsonb)
