-- Closes a day, once: $1 utility, $2 day, $3 when, $4 what an earlier day left to read from, $5 the
-- day's end, $6 and $7 the months in which that lies.
insert into report_day (utility_id, day, closed_at_ms, late_from_ms)
select $1::uuid, $2::date, $3::bigint, coalesce((
  select min(v.requested_at_ms) from vend v
  where v.utility_id = $1::uuid and v.month between $6::integer and $7::integer
    and v.requested_at_ms >= $4::bigint and v.requested_at_ms < $5::bigint
    and (v.resolved_at_ms is null or v.resolved_at_ms >= $5::bigint)), $5::bigint)
on conflict do nothing
