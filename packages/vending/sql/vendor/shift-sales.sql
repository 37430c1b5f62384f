-- What an operator took for a vendor from a moment on, by method of payment, and when last: vends,
-- and payments of accounts that were not given back. Vends that are not finished are told apart.
-- $1 utility, $2 vendor, $3 operator, $4 from.
with taken as (
  select coalesce(v.payment_method, 'cash') as payment_method, v.state = 'posted' as is_vend,
    case v.state when 'posted' then v.tendered_minor else 0 end as money_minor,
    v.state = 'reserved' as is_unresolved, v.requested_at_ms as taken_at_ms
  from vend v
  where v.utility_id = $1::uuid and v.vendor_id = $2::uuid and v.operator_id = $3::uuid
    and v.kind = 'sale' and v.requested_at_ms >= $4::bigint
  union all
  select coalesce(p.payment_method, 'cash'), false, p.payment_minor, false, p.paid_at_ms
  from account_payment p
  where p.utility_id = $1::uuid and p.vendor_id = $2::uuid and p.operator_id = $3::uuid
    and p.paid_at_ms >= $4::bigint
    and not exists (select from account_payment_reversal r
      where r.utility_id = p.utility_id and r.payment_id = p.payment_id)
)
select payment_method, (count(*) filter (where is_vend))::integer as vends,
  sum(money_minor)::bigint as sold_minor,
  (count(*) filter (where is_unresolved))::integer as unresolved,
  max(taken_at_ms) as last_requested_at_ms
from taken group by 1 order by 1
