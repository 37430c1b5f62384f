-- Sales of a span of days by one dimension: $1 utility, $2 scope, $3 dimension, $4 and $5 the days,
-- $6 the periods, $7 the last day that is closed; of the days behind it, live: $8 time zone, $9 and
-- $10 months, $11 where to begin to read, $12 and $13 bounds.
with counted as (
  select day, key, vends, tokens, tendered_minor, energy_tenth_kwh, free_tenth_kwh, energy_minor,
    charges_minor, tax_minor, debt_minor
  from sales_day
  where utility_id = $1::uuid and scope_id = $2::uuid and dimension = $3::text
    and day between $4::date and least($5::date, $7::date)
  union all
  select day, key, vends, tokens, tendered_minor, energy_tenth_kwh, free_tenth_kwh, energy_minor,
    charges_minor, tax_minor, debt_minor
  from sales_summed($1::uuid, $8::text, $9::integer, $10::integer, $11::bigint, $12::bigint,
    $13::bigint)
  where scope_id = $2::uuid and dimension = $3::text and day between $4::date and $5::date
),
summed as (
  select
    case $6::text
      when 'day' then day::text
      when 'month' then to_char(day, 'YYYY-MM')
      when 'weekday' then extract(isodow from day)::text
      else ''
    end as period,
    key, sum(vends)::bigint as vends, sum(tokens)::bigint as tokens,
    sum(tendered_minor)::bigint as tendered_minor,
    sum(energy_tenth_kwh)::bigint as energy_tenth_kwh,
    sum(free_tenth_kwh)::bigint as free_tenth_kwh, sum(energy_minor)::bigint as energy_minor,
    sum(charges_minor)::bigint as charges_minor, sum(tax_minor)::bigint as tax_minor,
    sum(debt_minor)::bigint as debt_minor
  from counted
  group by 1, 2
),
named as (
  select key, case $3::text
      when 'vendor' then (select name from vendor
        where utility_id = $1::uuid and vendor_id::text = key)
      when 'tariff' then (select name from tariff_version
        where utility_id = $1::uuid and tariff_id::text = key and state = 'approved'
        order by version desc limit 1)
      when 'operator' then (select display_name from staff_user
        where utility_id = $1::uuid and user_id::text = key)
      else key
    end as name
  from (select distinct key from summed) as keys
)
select summed.*, named.name from summed join named using (key)
order by period, tendered_minor desc, key
