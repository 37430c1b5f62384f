-- A session that still holds, with its user as the user is now: $1 utility, $2 hash,
-- $3 not opened before, $4 last seen not before.
select s.last_seen_at_ms, s.opened_at_ms, s.strong_at_ms, u.user_id, u.sign_in_name, u.display_name,
  u.roles, u.role_rule, u.vendor_id, d.name as vendor_name, null as password_hash,
  exists (
    select from totp t where t.utility_id = u.utility_id and t.user_id = u.user_id
      and t.confirmed_at_ms is not null
  ) as has_totp,
  exists (
    select from passkey p where p.utility_id = u.utility_id and p.user_id = u.user_id
  ) as has_passkey
from staff_session s
join staff_user u on u.utility_id = s.utility_id and u.user_id = s.user_id
left join vendor d on d.utility_id = u.utility_id and d.vendor_id = u.vendor_id
where s.utility_id = $1::uuid and s.session_hash = $2::bytea and s.opened_at_ms > $3::bigint
  and s.last_seen_at_ms > $4::bigint and u.disabled_at_ms is null
