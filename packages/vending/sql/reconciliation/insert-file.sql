insert into statement_file (utility_id, file_id, source_id, sha256, name, imported_by,
  imported_at_ms, period_from, period_to, line_count, passed_over_count, credit_minor, debit_minor,
  fee_minor)
values ($1::uuid, $2::uuid, $3::uuid, $4::bytea, $5::text, $6::text, $7::bigint, $8::date, $9::date,
  $10::integer, $11::integer, $12::bigint, $13::bigint, $14::bigint)
