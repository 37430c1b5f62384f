-- Holds the limit of a float still, and selling on it: $1 utility, $2 account. Taken last.
select posted_minor, reserved_minor, floor_minor from account_limit
where utility_id = $1::uuid and account_id = $2::uuid
for no key update
