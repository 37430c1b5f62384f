-- $1 utility, $2 time zone, $3 and $4 months, $5 where to begin to read, $6 and $7 the day's bounds.
insert into component_day (utility_id, scope_id, day, letter, component, tariff_id, lines,
  money_minor, energy_tenth_kwh)
select $1::uuid, scope_id, day, letter, component, tariff_id, lines, money_minor, energy_tenth_kwh
from components_summed($1::uuid, $2::text, $3::integer, $4::integer, $5::bigint, $6::bigint,
  $7::bigint)
