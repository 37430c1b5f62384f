-- Payments of declined vends may buy again: $1 utility, $2 methods, $3 references, $4 vend ids.
delete from vend_payment p
using unnest($2::text[], $3::text[], $4::uuid[]) as r (payment_method, payment_reference, vend_id)
where p.utility_id = $1::uuid and p.payment_method = r.payment_method
  and p.payment_reference = r.payment_reference and p.vend_id = r.vend_id
