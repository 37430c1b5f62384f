-- A user who may still sign in, by name or by id: $1 utility, $2 sign-in name or null, $3 id or null.
select u.user_id, u.sign_in_name, u.display_name, u.roles, u.role_rule, u.vendor_id, d.name as vendor_name,
  u.password_hash
from staff_user u
left join vendor d on d.utility_id = u.utility_id and d.vendor_id = u.vendor_id
where u.utility_id = $1::uuid and u.disabled_at_ms is null
  and (u.sign_in_name = $2::text or u.user_id = $3::uuid)
