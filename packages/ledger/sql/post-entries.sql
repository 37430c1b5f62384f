-- $1 utility, $2 ledger, $3 entry ids, $4 kinds, $5 when.
insert into entry (utility_id, entry_id, ledger_id, kind, posted_at_ms)
select $1::uuid, entry_id, $2::uuid, kind, $5::bigint
from unnest($3::uuid[], $4::text[]) as e (entry_id, kind)
