-- $1 utility, $2 the moment it is now.
delete from request_nonce where utility_id = $1::uuid and expires_at_ms <= $2::bigint
