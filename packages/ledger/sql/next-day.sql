-- The accounting day to close next, summer time and all: $1 utility, $2 ledger, $3 time zone. The
-- first is that of the first entry; no row while there is none. A day begins where the one before
-- ended, so no entry falls between two when the utility's time zone is changed.
with last as (
  select day, to_ms from ledger_day
  where utility_id = $1::uuid and ledger_id = $2::uuid order by day desc limit 1
),
first as (
  select (to_timestamp(posted_at_ms / 1000) at time zone $3::text)::date as day
  from entry where utility_id = $1::uuid and ledger_id = $2::uuid
  order by posted_at_ms limit 1
),
next as (
  select greatest(last.day + 1,
      (to_timestamp((last.to_ms + 1) / 1000) at time zone $3::text)::date) as day,
    last.to_ms as from_ms
  from last
  union all
  select first.day,
    (extract(epoch from first.day::timestamp at time zone $3::text) * 1000)::bigint - 1
  from first where not exists (select from last)
)
select day, from_ms,
  (extract(epoch from (day + 1)::timestamp at time zone $3::text) * 1000)::bigint - 1 as to_ms
from next
