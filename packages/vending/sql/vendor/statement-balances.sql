-- What was in a float at the two ends of a span: $1 utility, $2 the float, $3 from, $4 to. Counted back
-- from what is in it now, so that only what was posted since is read.
with since as materialized (
  select e.posted_at_ms,
    (select sum(-leg.money_minor) from unnest(e.account_ids, e.money_minor)
      as leg (account_id, money_minor) where leg.account_id = $2::uuid) as moved_minor
  from entry e
  where e.utility_id = $1::uuid and e.posted_at_ms >= $3::bigint
    and $2::uuid = any (e.account_ids)
)
select
  (l.posted_minor - coalesce((select sum(moved_minor) from since), 0))::bigint as opening_minor,
  (l.posted_minor - coalesce(
    (select sum(moved_minor) from since where posted_at_ms >= $4::bigint), 0))::bigint
    as closing_minor
from account_limit l
where l.utility_id = $1::uuid and l.account_id = $2::uuid
