-- Some shifts with their counts: $1 utility, $2 ids.
select s.shift_id, s.vendor_id, s.operator_id, u.sign_in_name as operator_name, s.opened_at_ms,
  s.cash_float_minor, s.closed_at_ms, s.closed_by, s.vends, s.sold_minor, s.difference_minor,
  s.sales_batch_id,
  (select coalesce(jsonb_agg(jsonb_build_object('payment_method', c.payment_method,
      'vends', c.vends, 'sold_minor', c.sold_minor::text, 'expected_minor', c.expected_minor::text,
      'counted_minor', c.counted_minor::text) order by c.payment_method), '[]')
    from shift_count c where c.utility_id = s.utility_id and c.shift_id = s.shift_id) as counts
from shift s
join staff_user u on u.utility_id = s.utility_id and u.user_id = s.operator_id
where s.utility_id = $1::uuid and s.shift_id = any ($2::uuid[])
order by s.opened_at_ms desc, s.shift_id desc
