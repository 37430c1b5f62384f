-- Posted sales of a day by hour: $1 utility, $2 and $3 the day's bounds in time, $4 the time zone,
-- $5 vendor or null, $6 and $7 the first and last month that the day touches in UTC.
select
  extract(hour from to_timestamp(requested_at_ms / 1000.0) at time zone $4::text)::integer as hour,
  count(*) as vends,
  sum(tendered_minor)::bigint as tendered_minor,
  sum(energy_tenth_kwh)::bigint as energy_tenth_kwh,
  sum((select coalesce(sum((line ->> 2)::bigint), 0)
    from json_array_elements(lines) as line where line ->> 0 = 'r'))::bigint as tax_minor
from vend
where utility_id = $1::uuid and kind = 'sale' and state = 'posted'
  and month between $6::integer and $7::integer
  and requested_at_ms >= $2::bigint and requested_at_ms < $3::bigint
  and ($5::uuid is null or vendor_id = $5::uuid)
group by 1 order by 1
