-- The file of that id, or the one of the source with the same octets: $1 utility, $2 file id,
-- $3 source or null, $4 SHA-256 or null.
select file_id, source_id, sha256, name, imported_by, imported_at_ms, period_from::text,
  period_to::text, line_count, passed_over_count, credit_minor, debit_minor, fee_minor, first_run_id
from statement_file
where utility_id = $1::uuid
  and (file_id = $2::uuid or (source_id = $3::uuid and sha256 = $4::bytea))
order by file_id = $2::uuid desc
