-- $1 utility, $2 entry, $3 its month, or null when it is not known.
select entry_id, month, ledger_id, kind, posted_at_ms, account_ids::text[] as account_ids,
  money_minor
from entry
where utility_id = $1::uuid and entry_id = $2::uuid and ($3::integer is null or month = $3::integer)
