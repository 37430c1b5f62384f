-- The books of one utility in one row, all from one snapshot: $1 utility.
with leg as (
  select e.utility_id, e.ledger_id, e.entry_id, l.account_id, l.money_minor
  from entry e cross join unnest(e.account_ids, e.money_minor) as l (account_id, money_minor)
  where e.utility_id = $1::uuid
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
      where r.utility_id = l.utility_id and r.account_id = l.account_id))) as limits_wrong
