-- $1 utility, $2 account ids.
select account_id, posted_minor, reserved_minor, floor_minor
from account_limit where utility_id = $1::uuid and account_id = any ($2::uuid[])
