-- Holds an operator still, so that two shifts are not opened at once: $1 utility, $2 user, $3 vendor.
-- With the end of the operator's last shift, before which no new one begins.
select u.user_id,
  (select coalesce(max(s.closed_at_ms), 0) from shift s
    where s.utility_id = u.utility_id and s.operator_id = u.user_id) as last_closed_at_ms
from staff_user u
where u.utility_id = $1::uuid and u.user_id = $2::uuid and u.vendor_id = $3::uuid
  and u.disabled_at_ms is null
for no key update of u
