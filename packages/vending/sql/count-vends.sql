-- What must agree with the ledger and the security module, from one snapshot: $1 utility.
select
  count(*) filter (where state = 'posted') as vends_posted,
  count(*) filter (where state = 'reserved') as vends_reserved,
  coalesce(sum(token_count) filter (where state <> 'reserved'), 0)::bigint as tokens_resolved,
  coalesce(sum(token_count) filter (where state = 'reserved'), 0)::bigint as tokens_reserved,
  (select count(*) from token where utility_id = $1::uuid) as tokens_issued
from vend where utility_id = $1::uuid
