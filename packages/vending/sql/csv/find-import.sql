select kind, content_hash, imported_by, imported_at_ms, lines, skipped, made from import_run
where utility_id = $1::uuid and import_id = $2::uuid
