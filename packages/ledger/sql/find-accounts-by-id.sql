-- $1 utility, $2 ids.
select account_id, code, name, kind, normal_side, account_group
from account
where utility_id = $1::uuid and account_id = any ($2::uuid[])
