-- The entries of a span in the order they are hashed in: $1 utility, $2 ledger, $3 after which
-- instant, $4 up to which, then the last one read before, $5 its instant, $6 its id, $7 its month,
-- and $8 how many.
select utility_id, ledger_id, entry_id, month, posted_at_ms, kind, account_ids, money_minor
from entry
where utility_id = $1::uuid and ledger_id = $2::uuid and posted_at_ms > $3::bigint
  and posted_at_ms <= $4::bigint and posted_at_ms >= $5::bigint
  and (posted_at_ms, entry_id, month) > ($5::bigint, $6::uuid, $7::integer)
order by posted_at_ms, entry_id, month limit $8::integer
