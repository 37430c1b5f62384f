-- Payments of accounts, newest first: $1 utility, $2 one payment or null, $3 agreement or null,
-- $4 vendor or null, $5 and $6 the moment and id the page begins behind, $7 how many.
select p.payment_id, p.agreement_id, a.account_number, p.vendor_id, v.name as vendor_name,
  p.operator_id, p.debt_id, d.name as debt_name, p.kind, p.payment_minor, p.taken_by, p.channel,
  p.payment_method, p.payment_reference, p.document_reference, p.paid_at_ms, c.name as customer_name,
  r.reversal_id, r.reason as reversal_reason, r.reversed_by, r.reversed_at_ms
from account_payment p
join agreement a on a.utility_id = p.utility_id and a.agreement_id = p.agreement_id
join vendor v on v.utility_id = p.utility_id and v.vendor_id = p.vendor_id
left join customer c on c.utility_id = a.utility_id and c.customer_id = a.customer_id
left join debt d on d.utility_id = p.utility_id and d.debt_id = p.debt_id
left join account_payment_reversal r on r.utility_id = p.utility_id and r.payment_id = p.payment_id
where p.utility_id = $1::uuid and ($2::uuid is null or p.payment_id = $2::uuid)
  and ($3::uuid is null or p.agreement_id = $3::uuid)
  and ($4::uuid is null or p.vendor_id = $4::uuid)
  and (p.paid_at_ms, p.payment_id) < ($5::bigint, $6::uuid)
order by p.paid_at_ms desc, p.payment_id desc limit $7::integer
