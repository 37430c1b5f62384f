-- The purchases of a month by customer, in their order: $1 utility, $2 month, $3 tariff, $4 how many.
select v.agreement_id, a.account_number, a.exemptions, a.entitlements, v.channel, v.requested_at_ms,
  v.tendered_minor, v.energy_tenth_kwh, v.free_tenth_kwh
from vend v
join agreement a on a.utility_id = v.utility_id and a.agreement_id = v.agreement_id
where v.utility_id = $1::uuid and v.month = $2::integer and v.tariff_id = $3::uuid
  and v.kind = 'sale' and v.state = 'posted'
order by v.agreement_id, v.requested_at_ms, v.vend_id limit $4::integer
