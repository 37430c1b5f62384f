-- Money and units by the components of the tariffs: $1 utility, $2 scope, $3 and $4 the days, $5 the
-- last day that is closed; of the days behind it, live: $6 time zone, $7 and $8 months, $9 where to
-- begin to read, $10 and $11 bounds.
with counted as (
  select letter, component, tariff_id, lines, money_minor, energy_tenth_kwh
  from component_day
  where utility_id = $1::uuid and scope_id = $2::uuid
    and day between $3::date and least($4::date, $5::date)
  union all
  select letter, component, tariff_id, lines, money_minor, energy_tenth_kwh
  from components_summed($1::uuid, $6::text, $7::integer, $8::integer, $9::bigint, $10::bigint,
    $11::bigint)
  where scope_id = $2::uuid and day between $3::date and $4::date
),
summed as (
  select letter, component, tariff_id, sum(lines)::bigint as lines,
    sum(money_minor)::bigint as money_minor, sum(energy_tenth_kwh)::bigint as energy_tenth_kwh
  from counted group by 1, 2, 3
)
select s.letter, s.component, s.tariff_id, s.lines, s.money_minor, s.energy_tenth_kwh,
  t.tariff_name, t.found ->> 'name' as name, t.found ->> 'account' as account
from summed s
left join lateral (
  -- As the newest version calls it that has it.
  select v.name as tariff_name, jsonb_path_query_first(v.record, '$.** ? (@.id == $id)',
    jsonb_build_object('id', s.component)) as found
  from tariff_version v
  where v.utility_id = $1::uuid and v.tariff_id = s.tariff_id and v.state = 'approved'
    and jsonb_path_exists(v.record, '$.** ? (@.id == $id)',
      jsonb_build_object('id', s.component))
  order by v.version desc limit 1
) t on true
order by position(s.letter in 'ekmfcrdu'), s.component, t.tariff_name, s.tariff_id
