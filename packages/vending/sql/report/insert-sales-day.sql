-- $1 utility, $2 time zone, $3 and $4 months, $5 where to begin to read, $6 and $7 the day's bounds.
insert into sales_day (utility_id, scope_id, dimension, day, key, vends, tokens, tendered_minor,
  energy_tenth_kwh, free_tenth_kwh, energy_minor, charges_minor, tax_minor, debt_minor)
select $1::uuid, scope_id, dimension, day, key, vends, tokens, tendered_minor, energy_tenth_kwh,
  free_tenth_kwh, energy_minor, charges_minor, tax_minor, debt_minor
from sales_summed($1::uuid, $2::text, $3::integer, $4::integer, $5::bigint, $6::bigint, $7::bigint)
