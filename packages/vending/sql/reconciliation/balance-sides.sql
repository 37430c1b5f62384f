-- What statements and ledger say at a moment: $1 utility, $2 source, $3 the moment, $4 ledger, $5 the
-- code of the account.
with clearing as materialized (
  select account_id from account
  where utility_id = $1::uuid and ledger_id = $4::uuid and code = $5::text
)
select
  (select coalesce(sum(l.gross_minor), 0)::text from statement_line l
    where l.utility_id = $1::uuid and l.source_id = $2::uuid and not l.repeats
      and l.occurred_at_ms <= $3::bigint) as statement_minor,
  (select coalesce(sum(l.fee_minor), 0)::text from statement_line l
    where l.utility_id = $1::uuid and l.source_id = $2::uuid and not l.repeats
      and l.occurred_at_ms <= $3::bigint) as fee_minor,
  (select coalesce(sum(leg.money_minor), 0)::text from entry e
    cross join lateral unnest(e.account_ids, e.money_minor) as leg (account_id, money_minor)
    where e.utility_id = $1::uuid and e.posted_at_ms <= $3::bigint
      and (select account_id from clearing) = any (e.account_ids)
      and leg.account_id = (select account_id from clearing)) as ledger_minor
