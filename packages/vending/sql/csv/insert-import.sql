insert into import_run (utility_id, import_id, kind, content_hash, imported_by, imported_at_ms,
  lines, skipped, made)
values ($1::uuid, $2::uuid, $3::text, $4::bytea, $5::text, $6::bigint, $7::integer, $8::integer,
  $9::jsonb)
