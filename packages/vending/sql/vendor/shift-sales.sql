-- What an operator sold for a vendor from a moment on, by method of payment, and when last; vends
-- that are not finished are told apart. $1 utility, $2 vendor, $3 operator, $4 from.
select coalesce(v.payment_method, 'cash') as payment_method,
  (count(*) filter (where v.state = 'posted'))::integer as vends,
  coalesce(sum(v.tendered_minor) filter (where v.state = 'posted'), 0)::bigint as sold_minor,
  (count(*) filter (where v.state = 'reserved'))::integer as unresolved,
  max(v.requested_at_ms) as last_requested_at_ms
from vend v
where v.utility_id = $1::uuid and v.vendor_id = $2::uuid and v.operator_id = $3::uuid
  and v.kind = 'sale' and v.requested_at_ms >= $4::bigint
group by 1 order by 1
