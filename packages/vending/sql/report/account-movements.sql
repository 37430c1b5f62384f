-- Every account's balance before a span and its debits and credits within: $1 utility, $2 ledger, $3
-- and $4 the span's bounds in time. A debit is positive.
select a.account_id, a.code, a.name, a.normal_side,
  coalesce(sum(p.posting_minor) filter (where e.posted_at_ms < $3::bigint), 0)::bigint
    as opening_minor,
  coalesce(sum(p.posting_minor)
    filter (where e.posted_at_ms >= $3::bigint and p.posting_minor > 0), 0)::bigint as debit_minor,
  coalesce(-sum(p.posting_minor)
    filter (where e.posted_at_ms >= $3::bigint and p.posting_minor < 0), 0)::bigint as credit_minor
from account a
left join posting p on p.utility_id = a.utility_id and p.account_id = a.account_id
left join entry e on e.utility_id = p.utility_id and e.entry_id = p.entry_id
  and e.posted_at_ms < $4::bigint
where a.utility_id = $1::uuid and a.ledger_id = $2::uuid
group by a.account_id, a.code, a.name, a.normal_side
order by a.code
