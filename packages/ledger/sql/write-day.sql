-- Sums up an accounting day that is closed, once: $1 utility, $2 ledger, $3 day, $4 and $5 the entries
-- with $4 < posted_at_ms <= $5. Whoever comes second finds the day written and writes nothing.
with written as (
  insert into ledger_day (utility_id, ledger_id, day, from_ms, to_ms, entry_count)
  select $1::uuid, $2::uuid, $3::date, $4::bigint, $5::bigint, (
    select count(*) from entry e where e.utility_id = $1::uuid and e.ledger_id = $2::uuid
      and e.posted_at_ms > $4::bigint and e.posted_at_ms <= $5::bigint)
  from ledger_seal s
  where s.utility_id = $1::uuid and s.ledger_id = $2::uuid and s.closed_to_ms >= $5::bigint
  on conflict do nothing
  returning day
),
moved as (
  select leg.account_id, count(*) as posting_count,
    coalesce(sum(leg.money_minor) filter (where leg.money_minor > 0), 0) as debit_minor,
    coalesce(-sum(leg.money_minor) filter (where leg.money_minor < 0), 0) as credit_minor
  from entry e cross join unnest(e.account_ids, e.money_minor) as leg (account_id, money_minor)
  where e.utility_id = $1::uuid and e.ledger_id = $2::uuid
    and e.posted_at_ms > $4::bigint and e.posted_at_ms <= $5::bigint
  group by leg.account_id
),
summed as (
  insert into account_day (utility_id, account_id, day, debit_minor, credit_minor, posting_count,
    debit_total_minor, credit_total_minor)
  select $1::uuid, m.account_id, written.day, m.debit_minor, m.credit_minor, m.posting_count,
    m.debit_minor + coalesce(before.debit_total_minor, 0),
    m.credit_minor + coalesce(before.credit_total_minor, 0)
  from written cross join moved m
  left join lateral (
    select debit_total_minor, credit_total_minor from account_day d
    where d.utility_id = $1::uuid and d.account_id = m.account_id and d.day < $3::date
    order by d.day desc limit 1) as before on true
)
select count(*)::integer as days from written
