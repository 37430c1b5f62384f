-- Deposits of a vendor, newest first: $1 utility, $2 vendor, $3 and $4 the moment and id before which
-- the page begins, $5 how many.
select d.deposit_id, d.vendor_id, d.deposit_minor, d.reference, d.deposited_by, d.deposited_at_ms,
  d.source, d.account_code, to_char(d.value_date, 'YYYY-MM-DD') as value_date, d.slip_number,
  d.bank_batch_id, r.reversal_id, r.reason as reversal_reason, r.reversed_at_ms
from deposit d
left join deposit_reversal r on r.utility_id = d.utility_id and r.deposit_id = d.deposit_id
where d.utility_id = $1::uuid and d.vendor_id = $2::uuid
  and (d.deposited_at_ms, d.deposit_id) < ($3::bigint, $4::uuid)
order by d.deposited_at_ms desc, d.deposit_id desc limit $5::integer
