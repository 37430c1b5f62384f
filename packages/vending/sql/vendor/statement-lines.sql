-- What moved a float within a span, with the balance after each line: $1 utility, $2 the float,
-- $3 from, $4 to, $5 time zone, $6 to $9 day, whether sales, moment and id of the line the page
-- begins behind, $10 how many. The sales of a day are one line, behind the day's other lines; each
-- other entry is a line of its own. A credit adds to the float. The balance is counted back from
-- what is in the float now.
with since as materialized (
  select e.entry_id, e.kind, e.posted_at_ms,
    (to_timestamp(e.posted_at_ms / 1000.0) at time zone $5::text)::date as day,
    (select sum(-leg.money_minor) from unnest(e.account_ids, e.money_minor)
      as leg (account_id, money_minor) where leg.account_id = $2::uuid) as moved_minor
  from entry e
  where e.utility_id = $1::uuid and e.posted_at_ms >= $3::bigint
    and $2::uuid = any (e.account_ids)
),
opening as (
  select l.posted_minor - coalesce((select sum(moved_minor) from since), 0) as balance_minor
  from account_limit l where l.utility_id = $1::uuid and l.account_id = $2::uuid
),
lines as (
  select day, kind = 'sale' as sales, max(posted_at_ms) as moved_at_ms, kind,
    case when kind = 'sale' then '00000000-0000-0000-0000-000000000000'::uuid else entry_id end
      as entry_id,
    count(*)::integer as entries, sum(moved_minor)::bigint as moved_minor
  from since where posted_at_ms < $4::bigint
  group by day, kind,
    case when kind = 'sale' then '00000000-0000-0000-0000-000000000000'::uuid else entry_id end
),
balanced as (
  select l.*, (o.balance_minor + sum(l.moved_minor)
    over (order by l.day, l.sales, l.moved_at_ms, l.entry_id))::bigint as balance_minor
  from lines l cross join opening o
)
select to_char(day, 'YYYY-MM-DD') as day, sales, moved_at_ms, kind, entry_id, entries, moved_minor,
  balance_minor
from balanced
where (day, sales, moved_at_ms, entry_id) > ($6::date, $7::boolean, $8::bigint, $9::uuid)
order by day, sales, moved_at_ms, entry_id limit $10::integer
