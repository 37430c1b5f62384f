-- What moved on an account: $1 utility, $2 ledger, $3 account, $4 and $5 from and to, both included,
-- then the entry after which to go on, $6 its instant, $7 its id, $8 its month, and $9 how many.
select e.posted_at_ms, e.entry_id, e.month, e.kind, l.debit_minor, l.credit_minor
from entry e
cross join lateral (
  select coalesce(sum(money_minor) filter (where money_minor > 0), 0)::text as debit_minor,
    coalesce(-sum(money_minor) filter (where money_minor < 0), 0)::text as credit_minor
  from unnest(e.account_ids, e.money_minor) as leg (account_id, money_minor)
  where leg.account_id = $3::uuid) as l
where e.utility_id = $1::uuid and e.ledger_id = $2::uuid and $3::uuid = any (e.account_ids)
  and e.posted_at_ms >= greatest($4::bigint, $6::bigint) and e.posted_at_ms <= $5::bigint
  and (e.posted_at_ms, e.entry_id, e.month) > ($6::bigint, $7::uuid, $8::integer)
order by e.posted_at_ms, e.entry_id, e.month limit $9::integer
