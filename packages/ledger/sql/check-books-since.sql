-- The books of one utility in one row, from the sums of the days that are closed and the entries
-- since: $1 utility. What lies in closed days is not read again; the chain proves that.
with last as materialized (
  select l.ledger_id, d.day, coalesce(d.to_ms, 0) as to_ms
  from ledger l
  left join lateral (
    select day, to_ms from ledger_day
    where utility_id = l.utility_id and ledger_id = l.ledger_id
    order by day desc limit 1) as d on true
  where l.utility_id = $1::uuid
),
recent as materialized (
  select e.ledger_id, e.account_ids, e.money_minor
  from last join entry e on e.utility_id = $1::uuid and e.ledger_id = last.ledger_id
    and e.posted_at_ms > last.to_ms
),
leg as materialized (
  select e.ledger_id, l.account_id, l.money_minor
  from recent e cross join unnest(e.account_ids, e.money_minor) as l (account_id, money_minor)
),
moved as materialized (
  select account_id, sum(money_minor) as money_minor from leg group by account_id
),
balance as materialized (
  select a.account_id,
    coalesce(d.debit_total_minor - d.credit_total_minor, 0) + coalesce(m.money_minor, 0)
      as money_minor
  from account a
  join last on last.ledger_id = a.ledger_id
  left join lateral (
    select debit_total_minor, credit_total_minor from account_day
    where utility_id = a.utility_id and account_id = a.account_id
    order by day desc limit 1) as d on true
  left join moved m on m.account_id = a.account_id
  where a.utility_id = $1::uuid
)
select
  (select coalesce(sum(entry_count), 0) from ledger_day where utility_id = $1::uuid)::bigint
    + (select count(*) from recent) as entries,
  (select coalesce(sum(money_minor), 0)::text from balance) as sum_minor,
  (select count(*) from recent where not entry_is_balanced(account_ids, money_minor))
    as entries_unbalanced,
  (select count(*) from leg where not exists (
    select from account a where a.utility_id = $1::uuid and a.account_id = leg.account_id
      and a.ledger_id = leg.ledger_id)) as legs_astray,
  (select count(*) from account_limit l left join balance b on b.account_id = l.account_id
    where l.utility_id = $1::uuid and (
      l.posted_minor - l.reserved_minor < l.floor_minor
      or l.posted_minor is distinct from -b.money_minor
      or l.reserved_minor <> (select coalesce(sum(r.reserved_minor), 0) from reservation r
        where r.utility_id = l.utility_id and r.account_id = l.account_id))) as limits_wrong,
  0::bigint as days_wrong
