-- Which of some payments have bought something: $1 utility, $2 methods, $3 references.
select p.payment_method, p.payment_reference, p.vend_id
from unnest($2::text[], $3::text[]) as w (payment_method, payment_reference)
join vend_payment p on p.utility_id = $1::uuid and p.payment_method = w.payment_method
  and p.payment_reference = w.payment_reference
