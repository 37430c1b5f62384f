-- $1 utility, $2 ledger, $3 codes, or null for all.
select account_id, code, name, kind, normal_side, account_group
from account
where utility_id = $1::uuid and ledger_id = $2::uuid
  and ($3::text[] is null or code = any ($3::text[]))
order by code
