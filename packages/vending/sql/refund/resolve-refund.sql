-- $1 utility, $2 refund, $3 state, $4 when. Only an open one is resolved, once.
update refund set state = $3::text, resolved_at_ms = $4::bigint
where utility_id = $1::uuid and refund_id = $2::uuid and state = 'requested'
