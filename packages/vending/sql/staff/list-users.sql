-- All users, first those who may sign in: $1 utility.
select u.user_id, u.sign_in_name, u.display_name, u.roles, u.role_rule, u.vendor_id, d.name as vendor_name,
  null as password_hash, u.disabled_at_ms is not null as disabled
from staff_user u
left join vendor d on d.utility_id = u.utility_id and d.vendor_id = u.vendor_id
where u.utility_id = $1::uuid
order by u.disabled_at_ms is not null, u.sign_in_name
