-- A page of the vends of a vendor's day, in the order of its hash: $1 utility, $2 vendor, $3 from,
-- $4 to, $5 from when on a vend asked for before the day was finished too late for its own day,
-- $6 the cut, $7 how far back late ones are looked for, $8 and $9 the moment and id the page begins
-- behind, $10 how many.
select v.vend_id, v.requested_at_ms, v.resolved_at_ms, v.meter_id, v.token_identifier,
  v.tendered_minor, v.energy_tenth_kwh, coalesce(v.payment_method, 'cash') as payment_method,
  v.channel,
  n.first_module_sequence, n.last_module_sequence, n.receipts
from vend v
join lateral (
  select min(t.module_sequence) as first_module_sequence,
    max(t.module_sequence) as last_module_sequence,
    array_agg(encode(t.receipt, 'hex') order by t.module_sequence) as receipts
  from token t where t.utility_id = v.utility_id and t.meter_id = v.meter_id
    and t.key_epoch = v.key_epoch and t.vend_id = v.vend_id
    and t.token_identifier >= v.token_identifier
    and t.token_identifier <= v.token_identifier + 16
) n on true
where v.utility_id = $1::uuid and v.vendor_id = $2::uuid and v.state = 'posted'
  and v.kind = 'sale'
  and v.requested_at_ms >= $7::bigint and v.requested_at_ms < $4::bigint
  and v.resolved_at_ms < $6::bigint
  and (v.requested_at_ms >= $3::bigint or v.resolved_at_ms >= $5::bigint)
  and (v.requested_at_ms, v.vend_id) > ($8::bigint, $9::uuid)
order by v.requested_at_ms, v.vend_id limit $10::integer
