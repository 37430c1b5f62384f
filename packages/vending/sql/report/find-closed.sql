-- How far the days are closed: $1 utility. The last closed day, or none, and the first vend's time.
select
  (select day::text from report_day where utility_id = $1::uuid order by day desc limit 1) as day,
  (select late_from_ms from report_day where utility_id = $1::uuid order by day desc limit 1)
    as late_from_ms,
  (select min(requested_at_ms) from vend where utility_id = $1::uuid) as first_vend_ms
