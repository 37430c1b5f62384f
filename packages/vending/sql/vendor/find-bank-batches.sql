-- Bank batches with what is in them and what arrived, newest first: $1 utility, $2 vendor or null,
-- $3 one id or null, $4 the number before which the page begins, $5 how many.
select b.bank_batch_id, b.vendor_id, b.batch_number, b.source, b.slip_number, b.bankable_minor,
  b.brought_minor, b.closed_by, b.closed_at_ms,
  (select array_agg(s.sales_batch_id::text order by s.batch_number) from sales_batch s
    where s.utility_id = b.utility_id and s.bank_batch_id = b.bank_batch_id) as sales_batch_ids,
  (select coalesce(array_agg(d.deposit_id::text order by d.deposited_at_ms, d.deposit_id), '{}')
    from deposit d
    where d.utility_id = b.utility_id and d.bank_batch_id = b.bank_batch_id) as deposit_ids,
  (select coalesce(sum(d.deposit_minor), 0)::bigint from deposit d
    where d.utility_id = b.utility_id and d.bank_batch_id = b.bank_batch_id
      and not exists (select 1 from deposit_reversal r
        where r.utility_id = d.utility_id and r.deposit_id = d.deposit_id)) as deposited_minor
from bank_batch b
where b.utility_id = $1::uuid and ($2::uuid is null or b.vendor_id = $2::uuid)
  and ($3::uuid is null or b.bank_batch_id = $3::uuid) and b.batch_number < $4::integer
order by b.batch_number desc limit $5::integer
