-- Open orders whose time has passed, the longest first: $1 utility, $2 the moment it is now, $3 how
-- many.
select approval_id from approval
where utility_id = $1::uuid and state = 'requested' and expires_at_ms <= $2::bigint
order by expires_at_ms limit $3::integer
