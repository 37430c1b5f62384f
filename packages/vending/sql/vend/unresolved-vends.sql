-- Vends that were reserved a while ago and are not resolved: $1 utility, $2 reserved before, $3 how
-- many. Sales have a reservation of money, other vends a row of their own.
select vend_id from (
  select reservation_id as vend_id, reserved_at_ms as since_ms from reservation
  where utility_id = $1::uuid and reserved_at_ms <= $2::bigint
  union all
  select vend_id, requested_at_ms from vend_under_way
  where utility_id = $1::uuid and requested_at_ms <= $2::bigint
) as left_over
order by since_ms limit $3::integer
