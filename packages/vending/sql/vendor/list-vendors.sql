-- Vendors with their floats: $1 utility, $2 one vendor or null.
select d.vendor_id, d.name, d.float_account_id, d.created_at_ms, d.status, d.suspended_for,
  d.suspended_note, d.suspended_by, d.suspended_at_ms, d.credit_limit_minor, d.shift_required,
  d.till_owner, l.posted_minor, l.reserved_minor, l.floor_minor
from vendor d
join account_limit l on l.utility_id = d.utility_id and l.account_id = d.float_account_id
where d.utility_id = $1::uuid and ($2::uuid is null or d.vendor_id = $2::uuid)
order by d.name, d.vendor_id
