-- Posted vends of a day by hour: $1 utility, $2 and $3 the day's bounds in time, $4 the time zone,
-- $5 vendor or null.
select
  extract(hour from to_timestamp(requested_at_ms / 1000.0) at time zone $4::text)::integer as hour,
  count(*) as vends,
  sum(tendered_minor)::bigint as tendered_minor,
  sum(energy_tenth_kwh)::bigint as energy_tenth_kwh,
  sum((select coalesce(sum((line ->> 'line_minor')::bigint), 0)
    from jsonb_array_elements(lines) as line where line ->> 'kind' = 'tax'))::bigint as tax_minor
from vend
where utility_id = $1::uuid and state = 'posted'
  and requested_at_ms >= $2::bigint and requested_at_ms < $3::bigint
  and ($5::uuid is null or vendor_id = $5::uuid)
group by 1 order by 1
