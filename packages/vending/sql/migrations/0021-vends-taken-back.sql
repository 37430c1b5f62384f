-- What was given back counts against the sales, on the day it was given back: refunds and repairs of
-- the wrong meter left the reports as they were, while the ledger took them off.

-- What was taken back of a vend, written when two people have agreed. The lines are those of the vend
-- (stored-lines.ts) as far as they were given back, which is what the ledger's entry is made of.
create table vend_taken_back (
  taken_at_ms bigint not null,
  tendered_minor bigint not null check (tendered_minor > 0),
  -- Of the moment, and of the vend, in UTC.
  month integer not null,
  vend_month integer not null,
  energy_tenth_kwh integer not null check (energy_tenth_kwh >= 0),
  free_tenth_kwh integer not null check (free_tenth_kwh >= 0),
  -- False when only a part of the energy was.
  is_whole boolean not null,
  utility_id uuid not null,
  -- The refund or the repair.
  deed_id uuid not null,
  vend_id uuid not null,
  -- Arrays of kind, id, money and energy (null for what is counted on nothing).
  lines json not null,
  primary key (utility_id, deed_id),
  foreign key (utility_id, vend_id) references vend_request (utility_id, vend_id)
);
create index vend_taken_back_vend on vend_taken_back (utility_id, vend_id);
create index vend_taken_back_time on vend_taken_back (utility_id, taken_at_ms);

-- What was given back before this: of a whole vend all of its lines, of a part those that hang on
-- energy, in proportion and rounded by largest remainders as refund-entry.ts does.
with deed as (
  select r.utility_id, r.refund_id as deed_id, r.vend_id, r.refund_minor as money_minor,
    r.unused_tenth_kwh, r.proof = 'wrong_meter' as with_free
  from refund r where r.state = 'posted'
  union all
  select w.utility_id, w.repair_id, w.vend_id, null, null, true
  from wrong_meter_repair w where w.state in ('approved', 'executed')
),
taken as (
  select d.*, a.decided_at_ms as at_ms, q.month as vend_month, v.energy_tenth_kwh, v.free_tenth_kwh,
    v.tendered_minor, v.lines as vend_lines
  from deed d
  join approval a on a.utility_id = d.utility_id and a.approval_id = d.deed_id
  join vend_request q on q.utility_id = d.utility_id and q.vend_id = d.vend_id
  join vend v on v.utility_id = d.utility_id and v.month = q.month and v.vend_id = d.vend_id
),
-- The energy of a component is given back from its first line on.
part as (
  select t.utility_id, t.deed_id, t.money_minor, t.unused_tenth_kwh, position, line ->> 0 as letter,
    line ->> 1 as id, (line ->> 2)::numeric * t.money_minor
      / sum((line ->> 2)::numeric) over (partition by t.utility_id, t.deed_id) as exact,
    case when line ->> 0 in ('e', 'k') then greatest(least((line ->> 3)::integer,
      t.unused_tenth_kwh - coalesce(sum((line ->> 3)::integer) over (
        partition by t.utility_id, t.deed_id, line ->> 0, line ->> 1 order by position
        rows between unbounded preceding and 1 preceding), 0)), 0) end as energy
  from taken t cross join json_array_elements(t.vend_lines) with ordinality as l (line, position)
  where t.unused_tenth_kwh is not null and line ->> 0 in ('e', 'k', 'r', 'm')
),
shared as (
  select part.*, row_number() over (partition by utility_id, deed_id
      order by exact - floor(exact) desc, position)
    <= money_minor - sum(floor(exact)) over (partition by utility_id, deed_id) as gets_more
  from part
),
given as (
  select utility_id, deed_id, json_agg(json_build_array(letter, id,
    (floor(exact) + gets_more::integer)::bigint::text, energy) order by position) as lines
  from shared group by 1, 2
)
insert into vend_taken_back (taken_at_ms, tendered_minor, month, vend_month, energy_tenth_kwh,
  free_tenth_kwh, is_whole, utility_id, deed_id, vend_id, lines)
select t.at_ms, coalesce(t.money_minor, t.tendered_minor),
  to_char(to_timestamp(t.at_ms / 1000.0) at time zone 'UTC', 'YYYYMM')::integer, t.vend_month,
  coalesce(t.unused_tenth_kwh, t.energy_tenth_kwh),
  case when t.unused_tenth_kwh is null and t.with_free then t.free_tenth_kwh else 0 end,
  t.unused_tenth_kwh is null, t.utility_id, t.deed_id, t.vend_id,
  coalesce(g.lines, (
    select json_agg(json_build_array(line ->> 0, line ->> 1, line ->> 2,
      case when line ->> 0 in ('e', 'k', 'u') then (line ->> 3)::integer end) order by position)
    from json_array_elements(t.vend_lines) with ordinality as l (line, position)
    where line ->> 0 <> 'u' or t.with_free))
from taken t
left join given g on g.utility_id = t.utility_id and g.deed_id = t.deed_id;

-- Days that were added up without it are added up again.
delete from sales_day where utility_id in (select utility_id from vend_taken_back);
delete from component_day where utility_id in (select utility_id from vend_taken_back);
delete from last_purchase where utility_id in (select utility_id from vend_taken_back);
delete from report_day where utility_id in (select utility_id from vend_taken_back);

create trigger vend_taken_back_append_only before update or delete or truncate on vend_taken_back
  for each statement execute function vending_refuse_change();

-- As in 0017, with what was taken back. `counts` is how many sales a row makes: a sale of which only
-- a part was given back is still one. Its tokens were made, whatever became of them.
create or replace view sale_fact as
select v.utility_id, v.month, v.requested_at_ms,
  -- A vend counts when it is posted, not when it was asked for: a closed day stays as it is.
  v.resolved_at_ms as counted_at_ms,
  1::smallint as sign,
  v.vend_id, v.kind, v.vendor_id, v.operator_id, v.tariff_id, v.agreement_id, v.channel,
  v.payment_method, v.tendered_minor,
  -- What an order gives was not paid for either.
  case v.kind when 'sale' then v.energy_tenth_kwh else 0 end as energy_tenth_kwh,
  v.free_tenth_kwh + case v.kind when 'sale' then 0 else v.energy_tenth_kwh end as free_tenth_kwh,
  v.token_count, v.lines, 1::smallint as counts
from vend v
where v.state = 'posted'
union all
select t.utility_id, t.month, t.taken_at_ms, t.taken_at_ms, -1::smallint, t.vend_id, v.kind,
  v.vendor_id, v.operator_id, v.tariff_id, v.agreement_id, v.channel, v.payment_method,
  t.tendered_minor, t.energy_tenth_kwh, t.free_tenth_kwh, 0::smallint, t.lines,
  case when t.is_whole then -1 else 0 end::smallint
from vend_taken_back t
join vend v on v.utility_id = t.utility_id and v.month = t.vend_month and v.vend_id = t.vend_id;

-- What one span of time comes to, for each scope and dimension: what is stored when a day is closed
-- and what is read live before that are the same rows by the same statement.
create or replace function sales_summed(utility uuid, zone text, from_month integer, to_month integer,
  requested_from_ms bigint, from_ms bigint, to_ms bigint)
returns table (scope_id uuid, dimension text, day date, key text, vends bigint, tokens bigint,
  tendered_minor bigint, energy_tenth_kwh bigint, free_tenth_kwh bigint, energy_minor bigint,
  charges_minor bigint, tax_minor bigint, debt_minor bigint)
language sql stable as $$
with fact as materialized (
  select (to_timestamp(f.counted_at_ms / 1000.0) at time zone zone) as local_time,
    f.sign, f.counts, f.kind, f.vendor_id, f.operator_id, f.tariff_id, p.area, f.channel, f.payment_method,
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
    sum(counts) as vends, sum(sign * token_count) as tokens, sum(sign * tendered_minor) as tendered_minor,
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

create or replace function components_summed(utility uuid, zone text, from_month integer, to_month integer,
  requested_from_ms bigint, from_ms bigint, to_ms bigint)
returns table (scope_id uuid, day date, letter text, component text, tariff_id uuid, lines bigint,
  money_minor bigint, energy_tenth_kwh bigint)
language sql stable as $$
with cell as materialized (
  select (to_timestamp(f.counted_at_ms / 1000.0) at time zone zone)::date as day, f.vendor_id,
    line ->> 0 as letter,
    coalesce(d.kind, line ->> 1) as component,
    case when line ->> 0 = 'd' then utility else coalesce(f.tariff_id, utility) end as tariff_id,
    sum(f.counts) as lines, sum(f.sign * (line ->> 2)::bigint) as money_minor,
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
