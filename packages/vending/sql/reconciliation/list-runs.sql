-- Runs, newest first: $1 utility, $2 source or null, $3 run or null, $4 and $5 the moment and id
-- before which the page begins, $6 how many.
select run_id, source_id, from_ms, to_ms, run_by, run_at_ms, observed_count, matched_count,
  paid_no_vend_count, vend_no_pay_count, differs_count, duplicate_count
from reconciliation_run
where utility_id = $1::uuid and ($2::uuid is null or source_id = $2::uuid)
  and ($3::uuid is null or run_id = $3::uuid)
  and (run_at_ms, run_id) < ($4::bigint, $5::uuid)
order by run_at_ms desc, run_id desc limit $6::integer
