-- $1 utility, $2 account, $3 the new floor. No row: what is there stays, because the account has no
-- limit or holds less than that.
update account_limit set floor_minor = $3::bigint
where utility_id = $1::uuid and account_id = $2::uuid
  and posted_minor - reserved_minor >= $3::bigint
returning floor_minor
