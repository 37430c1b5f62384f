-- Sales batches with their shifts, newest first: $1 utility, $2 vendor, $3 ids or null for all,
-- $4 the number before which the page begins, $5 how many.
select b.sales_batch_id, b.vendor_id, b.batch_number, b.vends, b.sold_minor, b.counted_minor,
  b.bankable_minor, b.closed_by, b.closed_at_ms, b.bank_batch_id,
  (select array_agg(s.shift_id::text order by s.opened_at_ms, s.shift_id) from shift s
    where s.utility_id = b.utility_id and s.sales_batch_id = b.sales_batch_id) as shift_ids
from sales_batch b
where b.utility_id = $1::uuid and ($2::uuid is null or b.vendor_id = $2::uuid)
  and ($3::uuid[] is null or b.sales_batch_id = any ($3::uuid[]))
  and b.batch_number < $4::integer
order by b.batch_number desc limit $5::integer
