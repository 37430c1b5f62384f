-- Orders that are approved and not executed, the longest waiting first: $1 utility, $2 due by,
-- $3 how many.
select order_id from token_order
where utility_id = $1::uuid and state = 'approved' and next_attempt_at_ms <= $2::bigint
order by next_attempt_at_ms limit $3::integer
