-- Sales added up by day, so that a report over years does not read twenty million vends. A row says
-- what was counted on a day; it is made again from the vends at any time and comes out the same.

-- What counts as a sale, vend by vend: THE place to which whatever takes a sale back is added, as a
-- row of `sign` -1 that counts on the day of the refund. Everything that reports reads is read here.
create view sale_fact as
select v.utility_id, v.month, v.requested_at_ms,
  -- A vend counts when it is posted, not when it was asked for: a closed day stays as it is.
  v.resolved_at_ms as counted_at_ms,
  1::smallint as sign,
  v.vend_id, v.kind, v.vendor_id, v.operator_id, v.tariff_id, v.agreement_id, v.channel,
  v.payment_method, v.tendered_minor,
  -- What an order gives was not paid for either.
  case v.kind when 'sale' then v.energy_tenth_kwh else 0 end as energy_tenth_kwh,
  v.free_tenth_kwh + case v.kind when 'sale' then 0 else v.energy_tenth_kwh end as free_tenth_kwh,
  v.token_count, v.lines
from vend v
where v.state = 'posted';

-- Days that are closed and added up, from the first vend on without a gap.
create table report_day (
  utility_id uuid not null,
  day date not null,
  closed_at_ms bigint not null,
  -- Whatever counts on a later day was asked for at this time or afterwards: where to begin to read.
  late_from_ms bigint not null,
  primary key (utility_id, day),
  foreign key (utility_id) references utility (utility_id)
);

-- One row for each value of each dimension. Not one for each combination of all of them: with some
-- hundred vendors these would be nearly as many as the vends.
create table sales_day (
  utility_id uuid not null,
  -- A vendor, or the utility's own id for all of them together.
  scope_id uuid not null,
  dimension text not null check (dimension in ('all', 'hour', 'tariff', 'vendor', 'operator', 'area',
    'channel', 'payment_method', 'kind')),
  day date not null,
  -- Of the dimension: an id, a name, an hour from 00 to 23; empty where there is none.
  key text not null,
  vends bigint not null,
  tokens bigint not null,
  tendered_minor bigint not null,
  energy_tenth_kwh bigint not null,
  free_tenth_kwh bigint not null,
  -- What the money was for; together it is what was tendered.
  energy_minor bigint not null,
  charges_minor bigint not null,
  tax_minor bigint not null,
  debt_minor bigint not null,
  primary key (utility_id, scope_id, dimension, day, key),
  foreign key (utility_id, day) references report_day (utility_id, day),
  check (tendered_minor = energy_minor + charges_minor + tax_minor + debt_minor)
);
create index sales_day_day on sales_day (utility_id, day);

-- The same money and units by the components of the tariffs, from the lines of the vends.
create table component_day (
  utility_id uuid not null,
  scope_id uuid not null,
  day date not null,
  -- As stored-lines.ts writes it; 'd' is a debt.
  letter text not null check (letter ~ '^[a-z]$'),
  -- Of the tariff's component; of a debt, its kind.
  component text not null,
  -- The utility's own id for a debt, which is no part of a tariff.
  tariff_id uuid not null,
  lines bigint not null,
  money_minor bigint not null,
  energy_tenth_kwh bigint not null,
  primary key (utility_id, scope_id, day, letter, component, tariff_id),
  foreign key (utility_id, day) references report_day (utility_id, day)
);
create index component_day_day on component_day (utility_id, day);

-- When each agreement bought last, up to the last closed day.
create table last_purchase (
  utility_id uuid not null,
  agreement_id uuid not null,
  purchased_at_ms bigint not null,
  primary key (utility_id, agreement_id),
  foreign key (utility_id, agreement_id) references agreement (utility_id, agreement_id)
) with (fillfactor = 80);

-- What one span of time comes to, for each scope and dimension: what is stored when a day is closed
-- and what is read live before that are the same rows by the same statement.
create function sales_summed(utility uuid, zone text, from_month integer, to_month integer,
  requested_from_ms bigint, from_ms bigint, to_ms bigint)
returns table (scope_id uuid, dimension text, day date, key text, vends bigint, tokens bigint,
  tendered_minor bigint, energy_tenth_kwh bigint, free_tenth_kwh bigint, energy_minor bigint,
  charges_minor bigint, tax_minor bigint, debt_minor bigint)
language sql stable as $$
with fact as materialized (
  select (to_timestamp(f.counted_at_ms / 1000.0) at time zone zone) as local_time,
    f.sign, f.kind, f.vendor_id, f.operator_id, f.tariff_id, p.area, f.channel, f.payment_method,
    f.token_count, f.tendered_minor, f.energy_tenth_kwh, f.free_tenth_kwh, l.energy_minor,
    l.charges_minor, l.tax_minor, l.debt_minor
  from sale_fact f
  left join agreement a on a.utility_id = f.utility_id and a.agreement_id = f.agreement_id
  left join service_point p
    on p.utility_id = a.utility_id and p.service_point_id = a.service_point_id
  cross join lateral (
    select
      coalesce(sum(money_minor) filter (where letter in ('e', 'k', 'm')), 0) as energy_minor,
      coalesce(sum(money_minor) filter (where letter in ('f', 'c')), 0) as charges_minor,
      coalesce(sum(money_minor) filter (where letter = 'r'), 0) as tax_minor,
      coalesce(sum(money_minor) filter (where letter = 'd'), 0) as debt_minor
    -- Each line is read once: that is most of what this costs.
    from (
      select line ->> 0 as letter, (line ->> 2)::bigint as money_minor
      from json_array_elements(f.lines) as line offset 0
    ) as read
  ) l
  where f.utility_id = utility and f.month between from_month and to_month
    and f.requested_at_ms >= requested_from_ms and f.requested_at_ms < to_ms
    and f.counted_at_ms >= from_ms and f.counted_at_ms < to_ms
),
-- First by all that is told apart, so that the second pass reads few rows.
cell as materialized (
  select local_time::date as day, lpad(extract(hour from local_time)::integer::text, 2, '0') as hour,
    kind, vendor_id, coalesce(operator_id::text, '') as operator, coalesce(tariff_id::text, '') as tariff,
    coalesce(area, '') as area, channel, coalesce(payment_method, '') as payment_method,
    sum(sign) as vends, sum(sign * token_count) as tokens, sum(sign * tendered_minor) as tendered_minor,
    sum(sign * energy_tenth_kwh) as energy_tenth_kwh, sum(sign * free_tenth_kwh) as free_tenth_kwh,
    sum(sign * energy_minor) as energy_minor, sum(sign * charges_minor) as charges_minor,
    sum(sign * tax_minor) as tax_minor, sum(sign * debt_minor) as debt_minor
  from fact
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9
),
-- Every dimension but the kind counts sales only.
side as (
  select s.scope_id, d.dimension, c.day, d.key, c.vends, c.tokens, c.tendered_minor,
    c.energy_tenth_kwh, c.free_tenth_kwh, c.energy_minor, c.charges_minor, c.tax_minor, c.debt_minor
  from cell c
  cross join lateral (values (utility), (c.vendor_id)) as s (scope_id)
  cross join lateral (values ('all', ''), ('hour', c.hour), ('tariff', c.tariff),
    ('vendor', c.vendor_id::text), ('operator', c.operator), ('area', c.area),
    ('channel', c.channel), ('payment_method', c.payment_method), ('kind', c.kind)
  ) as d (dimension, key)
  where s.scope_id is not null and (c.kind = 'sale' or d.dimension = 'kind')
)
select side.scope_id, side.dimension, side.day, side.key, sum(side.vends)::bigint,
  sum(side.tokens)::bigint, sum(side.tendered_minor)::bigint, sum(side.energy_tenth_kwh)::bigint,
  sum(side.free_tenth_kwh)::bigint, sum(side.energy_minor)::bigint, sum(side.charges_minor)::bigint,
  sum(side.tax_minor)::bigint, sum(side.debt_minor)::bigint
from side
group by 1, 2, 3, 4
$$;

create function components_summed(utility uuid, zone text, from_month integer, to_month integer,
  requested_from_ms bigint, from_ms bigint, to_ms bigint)
returns table (scope_id uuid, day date, letter text, component text, tariff_id uuid, lines bigint,
  money_minor bigint, energy_tenth_kwh bigint)
language sql stable as $$
with cell as materialized (
  select (to_timestamp(f.counted_at_ms / 1000.0) at time zone zone)::date as day, f.vendor_id,
    line ->> 0 as letter,
    coalesce(d.kind, line ->> 1) as component,
    case when line ->> 0 = 'd' then utility else coalesce(f.tariff_id, utility) end as tariff_id,
    sum(f.sign) as lines, sum(f.sign * (line ->> 2)::bigint) as money_minor,
    -- The fourth member of these is energy; of others it is something else.
    coalesce(sum(f.sign * (line ->> 3)::bigint) filter (where line ->> 0 in ('e', 'k', 'u')), 0)
      as energy_tenth_kwh
  from sale_fact f
  cross join lateral json_array_elements(f.lines) as line
  left join debt d on line ->> 0 = 'd' and d.utility_id = f.utility_id
    and d.debt_id = case when line ->> 0 = 'd' then (line ->> 1)::uuid end
  where f.utility_id = utility and f.month between from_month and to_month
    and f.requested_at_ms >= requested_from_ms and f.requested_at_ms < to_ms
    and f.counted_at_ms >= from_ms and f.counted_at_ms < to_ms
  group by 1, 2, 3, 4, 5
)
select s.scope_id, c.day, c.letter, c.component, c.tariff_id, sum(c.lines)::bigint,
  sum(c.money_minor)::bigint, sum(c.energy_tenth_kwh)::bigint
from cell c
cross join lateral (values (utility), (c.vendor_id)) as s (scope_id)
where s.scope_id is not null
group by 1, 2, 3, 4, 5
$$;
