-- What statements and ledger say at a moment: $1 utility, $2 source, $3 the moment, $4 account.
select
  (select coalesce(sum(l.gross_minor), 0)::text from statement_line l
    where l.utility_id = $1::uuid and l.source_id = $2::uuid and not l.repeats
      and l.occurred_at_ms <= $3::bigint) as statement_minor,
  (select coalesce(sum(l.fee_minor), 0)::text from statement_line l
    where l.utility_id = $1::uuid and l.source_id = $2::uuid and not l.repeats
      and l.occurred_at_ms <= $3::bigint) as fee_minor,
  (select coalesce(sum(p.posting_minor), 0)::text from posting p
    join entry e on e.utility_id = p.utility_id and e.entry_id = p.entry_id
    where p.utility_id = $1::uuid and p.account_id = $4::uuid
      and e.posted_at_ms <= $3::bigint) as ledger_minor
