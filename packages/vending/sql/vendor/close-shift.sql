-- $1 utility, $2 shift, $3 when, $4 by whom, $5 vends, $6 sold, $7 difference, then arrays of the
-- counts: $8 methods, $9 vends, $10 sold, $11 expected, $12 counted.
with closed as (
  update shift
  set closed_at_ms = $3::bigint, closed_by = $4::text, vends = $5::integer, sold_minor = $6::bigint,
    difference_minor = $7::bigint
  where utility_id = $1::uuid and shift_id = $2::uuid and closed_at_ms is null
  returning shift_id
)
insert into shift_count (utility_id, shift_id, payment_method, vends, sold_minor, expected_minor,
  counted_minor)
select $1::uuid, c.shift_id, n.payment_method, n.vends, n.sold_minor, n.expected_minor,
  n.counted_minor
from closed c, unnest($8::text[], $9::integer[], $10::bigint[], $11::bigint[], $12::bigint[])
  as n (payment_method, vends, sold_minor, expected_minor, counted_minor)
