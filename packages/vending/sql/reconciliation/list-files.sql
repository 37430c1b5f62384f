-- Imported files, newest first: $1 utility, $2 source or null, $3 and $4 the moment and id before
-- which the page begins, $5 how many.
select file_id, source_id, sha256, name, imported_by, imported_at_ms, period_from::text,
  period_to::text, line_count, passed_over_count, credit_minor, debit_minor, fee_minor, first_run_id
from statement_file
where utility_id = $1::uuid and ($2::uuid is null or source_id = $2::uuid)
  and (imported_at_ms, file_id) < ($3::bigint, $4::uuid)
order by imported_at_ms desc, file_id desc limit $5::integer
