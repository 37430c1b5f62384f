-- What every account of a ledger had moved by an instant: the totals of the last day that was over
-- and closed by then, and what was posted since. $1 utility, $2 ledger, $3 the instant, $4 accounts, or
-- null for all.
with last as materialized (
  select day, to_ms from ledger_day
  where utility_id = $1::uuid and ledger_id = $2::uuid and to_ms <= $3::bigint
  order by to_ms desc limit 1
),
since as materialized (
  select leg.account_id,
    coalesce(sum(leg.money_minor) filter (where leg.money_minor > 0), 0) as debit_minor,
    coalesce(-sum(leg.money_minor) filter (where leg.money_minor < 0), 0) as credit_minor
  from entry e cross join unnest(e.account_ids, e.money_minor) as leg (account_id, money_minor)
  where e.utility_id = $1::uuid and e.ledger_id = $2::uuid
    and e.posted_at_ms > coalesce((select to_ms from last), 0) and e.posted_at_ms <= $3::bigint
  group by leg.account_id
)
select a.account_id, a.code, a.name, a.kind, a.normal_side, a.account_group,
  (coalesce(d.debit_total_minor, 0) + coalesce(s.debit_minor, 0))::text as debit_minor,
  (coalesce(d.credit_total_minor, 0) + coalesce(s.credit_minor, 0))::text as credit_minor
from account a
left join lateral (
  select debit_total_minor, credit_total_minor from account_day
  where utility_id = $1::uuid and account_id = a.account_id and day <= (select day from last)
  order by day desc limit 1) as d on true
left join since s on s.account_id = a.account_id
where a.utility_id = $1::uuid and a.ledger_id = $2::uuid
  and ($4::uuid[] is null or a.account_id = any ($4::uuid[]))
order by a.code
