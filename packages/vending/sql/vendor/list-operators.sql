-- The people who sell for a vendor, with what each may sell and the shift each has open: $1 utility,
-- $2 vendor, $3 one user or null.
select u.user_id, u.sign_in_name, u.display_name, u.disabled_at_ms is not null as disabled,
  l.most_tendered_minor, l.most_per_day_minor, l.most_vends_per_day,
  s.shift_id, s.opened_at_ms
from staff_user u
left join operator_limit l on l.utility_id = u.utility_id and l.operator_id = u.user_id
left join shift s on s.utility_id = u.utility_id and s.operator_id = u.user_id
  and s.closed_at_ms is null
where u.utility_id = $1::uuid and u.vendor_id = $2::uuid and ($3::uuid is null or u.user_id = $3::uuid)
order by u.disabled_at_ms is not null, u.sign_in_name
