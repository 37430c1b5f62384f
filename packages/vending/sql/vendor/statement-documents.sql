-- The deposits of a vendor and those that came back, within a span: $1 utility, $2 vendor, $3 from,
-- $4 to. The ids of their entries follow from theirs.
select d.deposit_id as document_id, d.reference as note, d.slip_number
from deposit d where d.utility_id = $1::uuid and d.vendor_id = $2::uuid
  and d.deposited_at_ms >= $3::bigint and d.deposited_at_ms < $4::bigint
union all
select r.reversal_id, r.reason, d.slip_number
from deposit_reversal r
join deposit d on d.utility_id = r.utility_id and d.deposit_id = r.deposit_id
where r.utility_id = $1::uuid and r.vendor_id = $2::uuid
  and r.reversed_at_ms >= $3::bigint and r.reversed_at_ms < $4::bigint
