insert into debt_change
  (utility_id, debt_id, change_id, kind, changed_by, changed_at_ms, reason, details)
values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::bigint, $7::text, $8::jsonb)
