insert into reconciliation_run (utility_id, run_id, source_id, from_ms, to_ms, run_by, run_at_ms,
  observed_count, matched_count, paid_no_vend_count, vend_no_pay_count, differs_count,
  duplicate_count)
values ($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::bigint, $6::text, $7::bigint, $8::integer,
  $9::integer, $10::integer, $11::integer, $12::integer, $13::integer)
