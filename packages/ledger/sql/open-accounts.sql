-- $1 utility, $2 ledger, then columns: $3 ids, $4 codes, $5 names, $6 kinds, $7 normal sides,
-- $8 groups.
insert into account
  (utility_id, account_id, ledger_id, code, name, kind, normal_side, account_group)
select $1::uuid, account_id, $2::uuid, code, name, kind, normal_side, account_group
from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
  as a (account_id, code, name, kind, normal_side, account_group)
