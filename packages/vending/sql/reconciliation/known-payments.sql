-- What should be on a source's statements, oldest first: $1 utility, $2 payment methods, $3 vendor
-- or null, $4 whether deposits count, $5 and $6 the span, $7 $8 $9 the moment, kind and id behind
-- which the page begins, $10 how many.
select known_kind, known_id, reference, meter_number, vendor_id, known_minor, known_at_ms, has_token
from (
  select 'vend' as known_kind, v.vend_id as known_id, v.payment_reference as reference,
    m.drn as meter_number, v.vendor_id, v.tendered_minor as known_minor,
    v.requested_at_ms as known_at_ms, v.state = 'posted' as has_token
  from vend v
  join meter m on m.utility_id = v.utility_id and m.meter_id = v.meter_id
  where v.utility_id = $1::uuid and v.payment_method = any ($2::text[])
    and ($3::uuid is null or v.vendor_id = $3::uuid)
    and v.requested_at_ms >= $5::bigint and v.requested_at_ms < $6::bigint
  union all
  select 'deposit', d.deposit_id, d.reference, null, d.vendor_id, d.deposit_minor,
    d.deposited_at_ms, false
  from deposit d
  where $4::boolean and d.utility_id = $1::uuid
    and ($3::uuid is null or d.vendor_id = $3::uuid)
    and d.deposited_at_ms >= $5::bigint and d.deposited_at_ms < $6::bigint
) k
where (k.known_at_ms, k.known_kind, k.known_id) > ($7::bigint, $8::text, $9::uuid)
order by k.known_at_ms, k.known_kind, k.known_id
limit $10::integer
