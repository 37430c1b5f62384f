-- The books of one utility in one row, all from one snapshot: $1 utility. Adds up every entry there is
-- and compares with the sums of the closed days.
with leg as (
  select e.utility_id, e.ledger_id, e.entry_id, e.posted_at_ms, l.account_id, l.money_minor
  from entry e cross join unnest(e.account_ids, e.money_minor) as l (account_id, money_minor)
  where e.utility_id = $1::uuid
),
moved as (
  select leg.account_id, d.day, count(*) as posting_count,
    coalesce(sum(leg.money_minor) filter (where leg.money_minor > 0), 0) as debit_minor,
    coalesce(-sum(leg.money_minor) filter (where leg.money_minor < 0), 0) as credit_minor
  from leg join ledger_day d on d.utility_id = $1::uuid and d.ledger_id = leg.ledger_id
    and leg.posted_at_ms > d.from_ms and leg.posted_at_ms <= d.to_ms
  group by leg.account_id, d.day
),
totalled as (
  select account_id, day, posting_count, debit_minor, credit_minor,
    sum(debit_minor) over sofar as debit_total_minor,
    sum(credit_minor) over sofar as credit_total_minor
  from moved window sofar as (partition by account_id order by day)
)
select
  (select count(*) from entry where utility_id = $1::uuid) as entries,
  (select coalesce(sum(money_minor), 0)::text from leg) as sum_minor,
  (select count(*) from entry where utility_id = $1::uuid
    and not entry_is_balanced(account_ids, money_minor)) as entries_unbalanced,
  (select count(*) from leg where not exists (
    select from account a where a.utility_id = leg.utility_id and a.account_id = leg.account_id
      and a.ledger_id = leg.ledger_id)) as legs_astray,
  (select count(*) from account_limit l where l.utility_id = $1::uuid and (
    l.posted_minor - l.reserved_minor < l.floor_minor
    or l.posted_minor <> -(select coalesce(sum(leg.money_minor), 0) from leg
      where leg.account_id = l.account_id)
    or l.reserved_minor <> (select coalesce(sum(r.reserved_minor), 0) from reservation r
      where r.utility_id = l.utility_id and r.account_id = l.account_id))) as limits_wrong,
  (select count(*) from totalled t full join (
      select * from account_day where utility_id = $1::uuid) as d
      on d.account_id = t.account_id and d.day = t.day
    where (t.posting_count, t.debit_minor, t.credit_minor, t.debit_total_minor,
        t.credit_total_minor)
      is distinct from (d.posting_count, d.debit_minor, d.credit_minor, d.debit_total_minor,
        d.credit_total_minor))
  + (select count(*) from ledger_day d where d.utility_id = $1::uuid and d.entry_count <> (
    select count(*) from entry e where e.utility_id = $1::uuid and e.ledger_id = d.ledger_id
      and e.posted_at_ms > d.from_ms and e.posted_at_ms <= d.to_ms)) as days_wrong
