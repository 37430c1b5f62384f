-- Everything known of some vends, a row for each of their tokens: $1 utility, $2 vend ids. The vends
-- are picked out first, so that the plan cannot begin at another table, also one that was made while
-- the tables were empty. The tokens of a vend lie within the identifiers behind its first.
with v as materialized (
  select v.* from vend_request r
  join vend v on v.utility_id = r.utility_id and v.month = r.month and v.vend_id = r.vend_id
  where r.utility_id = $1::uuid and r.vend_id = any ($2::uuid[])
)
select v.*, m.drn, m.meter_pan, p.address, c.name as customer_name, a.account_number,
  d.name as vendor_name, d.float_account_id, l.decimal_places,
  k.supply_group_code, k.tariff_index, k.key_revision_number, k.encryption_algorithm,
  g.key_type, g.base_date, g.dkga,
  n.position, n.token_identifier as issued_token_identifier, n.digits, n.module_sequence, n.receipt,
  (select coalesce(max(r.reprint_number), 0) from reprint r
    where r.utility_id = v.utility_id and r.vend_id = v.vend_id) as reprints
from v
join utility u on u.utility_id = v.utility_id
join ledger l on l.utility_id = u.utility_id and l.ledger_id = u.ledger_id
join meter m on m.utility_id = v.utility_id and m.meter_id = v.meter_id
join meter_key k on k.utility_id = v.utility_id and k.meter_id = v.meter_id
  and k.key_epoch = v.key_epoch
join vending_key g on g.utility_id = k.utility_id and g.supply_group_code = k.supply_group_code
  and g.key_revision_number = k.key_revision_number
left join vendor d on d.utility_id = v.utility_id and d.vendor_id = v.vendor_id
left join agreement a on a.utility_id = v.utility_id and a.agreement_id = v.agreement_id
left join service_point p on p.utility_id = a.utility_id
  and p.service_point_id = a.service_point_id
left join customer c on c.utility_id = a.utility_id and c.customer_id = a.customer_id
left join token n on v.state = 'posted' and n.utility_id = v.utility_id
  and n.meter_id = v.meter_id and n.key_epoch = v.key_epoch
  and n.token_identifier >= v.token_identifier and n.token_identifier <= v.token_identifier + 16
  and n.vend_id = v.vend_id
order by v.vend_id, n.position
