-- $1 utility, $2 user.
select sealed_secret, confirmed_at_ms, last_step from totp
where utility_id = $1::uuid and user_id = $2::uuid
