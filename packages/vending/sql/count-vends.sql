-- What must agree with the ledger and the security module, from one snapshot: $1 utility.
select
  (select count(*) from vend where utility_id = $1::uuid and state = 'posted') as vends_posted,
  (select count(*) from vend where utility_id = $1::uuid and state = 'reserved') as vends_reserved,
  (select count(*) from token where utility_id = $1::uuid) as tokens_issued
