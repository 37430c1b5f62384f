insert into reconciliation_event (utility_id, item_id, action_id, action, content_hash,
  class_before, class_after, details, done_by, done_at_ms)
values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::bytea, $6::text, $7::text, $8::jsonb, $9::text,
  $10::bigint)
