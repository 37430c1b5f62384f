-- $1 utility, $2 deposit id.
select d.deposit_id, d.vendor_id, d.deposit_minor, d.reference, d.deposited_by, d.deposited_at_ms,
  d.source, d.account_code, to_char(d.value_date, 'YYYY-MM-DD') as value_date, d.slip_number,
  d.bank_batch_id, r.reversal_id, r.reason as reversal_reason, r.reversed_at_ms
from deposit d
left join deposit_reversal r on r.utility_id = d.utility_id and r.deposit_id = d.deposit_id
where d.utility_id = $1::uuid and d.deposit_id = $2::uuid
