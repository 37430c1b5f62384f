-- $1 utility, $2 and $3 months, $4 where to begin to read, $5 and $6 the day's bounds.
insert into last_purchase as known (utility_id, agreement_id, purchased_at_ms)
select utility_id, agreement_id, max(counted_at_ms)
from sale_fact
where utility_id = $1::uuid and month between $2::integer and $3::integer
  and requested_at_ms >= $4::bigint and requested_at_ms < $6::bigint
  and counted_at_ms >= $5::bigint and counted_at_ms < $6::bigint
  and kind = 'sale' and sign = 1
group by utility_id, agreement_id
on conflict (utility_id, agreement_id) do update
set purchased_at_ms = greatest(known.purchased_at_ms, excluded.purchased_at_ms)
