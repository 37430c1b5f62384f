-- The day of a vendor that is closed next and how it stands with the one before: $1 utility,
-- $2 vendor, $3 time zone. A day begins where the one before ended, also when the zone was changed.
with last as (
  select day, to_ms, cut_at_ms from vendor_day
  where utility_id = $1::uuid and vendor_id = $2::uuid order by day desc limit 1
),
next as (
  select coalesce((select day + 1 from last),
    (to_timestamp(d.created_at_ms / 1000.0) at time zone $3::text)::date) as day
  from vendor d where d.utility_id = $1::uuid and d.vendor_id = $2::uuid
)
select to_char(next.day, 'YYYY-MM-DD') as day,
  coalesce((select to_ms from last),
    (extract(epoch from next.day::timestamp at time zone $3::text) * 1000)::bigint) as from_ms,
  (extract(epoch from (next.day + 1)::timestamp at time zone $3::text) * 1000)::bigint as to_ms,
  coalesce((select cut_at_ms from last), 0) as late_from_ms
from next
