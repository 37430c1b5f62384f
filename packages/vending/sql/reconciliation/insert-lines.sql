-- $1 utility, $2 file, $3 source, then arrays. A line repeats when its key was here before, in this
-- portion, in this file or in another one of the source.
insert into statement_line (utility_id, file_id, line_number, line_id, source_id, line_key, repeats,
  external_id, reference, meter_number, payer, named_id, line_minor, fee_minor, gross_minor,
  fee_expected_minor, value_date, booked_at_ms, occurred_at_ms, occurred_until_ms)
select $1::uuid, $2::uuid, n.line_number, n.line_id, $3::uuid, n.line_key,
  e.found is not null
    or row_number() over (partition by n.line_key order by n.line_number) > 1,
  n.external_id, n.reference, n.meter_number, n.payer, n.named_id, n.line_minor, n.fee_minor,
  n.gross_minor, n.fee_expected_minor, n.value_date, n.booked_at_ms, n.occurred_at_ms,
  n.occurred_until_ms
from unnest($4::integer[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
  $11::uuid[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::date[],
  $17::bigint[], $18::bigint[], $19::bigint[])
  as n (line_number, line_id, line_key, external_id, reference, meter_number, payer, named_id,
    line_minor, fee_minor, gross_minor, fee_expected_minor, value_date, booked_at_ms,
    occurred_at_ms, occurred_until_ms)
left join lateral (
  select true as found from statement_line s
  where s.utility_id = $1::uuid and s.source_id = $3::uuid and s.line_key = n.line_key
    and not s.repeats
  limit 1
) e on true
