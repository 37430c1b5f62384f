-- Vendors and the limits of their floats, not locked: the limit's constraint has the last word.
-- $1 utility, $2 vendor ids.
select d.vendor_id, d.name, d.float_account_id, d.status = 'suspended' as suspended,
  d.shift_required, l.posted_minor, l.reserved_minor, l.floor_minor
from vendor d
join account_limit l on l.utility_id = d.utility_id and l.account_id = d.float_account_id
where d.utility_id = $1::uuid and d.vendor_id = any ($2::uuid[])
