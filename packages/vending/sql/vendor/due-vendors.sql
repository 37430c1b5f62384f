-- Vendors with a day that is over since a while, the longest waiting first: $1 utility, $2 time zone,
-- $3 the moment before which the day must have ended, $4 how many.
select d.vendor_id, to_char(n.day, 'YYYY-MM-DD') as day
from vendor d
left join lateral (
  select day from vendor_day y
  where y.utility_id = d.utility_id and y.vendor_id = d.vendor_id and y.state = 'closed'
  order by day desc limit 1
) y on true
cross join lateral (
  select coalesce(y.day + 1,
    (to_timestamp(d.created_at_ms / 1000.0) at time zone $2::text)::date) as day
) n
where d.utility_id = $1::uuid
  and (extract(epoch from (n.day + 1)::timestamp at time zone $2::text) * 1000)::bigint
    <= $3::bigint
order by n.day, d.vendor_id limit $4::integer
