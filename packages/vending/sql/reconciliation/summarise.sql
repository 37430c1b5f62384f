-- Items by class and age: $1 utility, $2 source or null, $3 now, $4 and $5 the span of settled
-- items. Open items count whenever they happened.
select class, resolved_at_ms is null as is_open,
  case when resolved_at_ms is not null then 'settled'
    when $3::bigint - occurred_at_ms <= 3600000 then 'hour'
    when $3::bigint - occurred_at_ms <= 86400000 then 'day'
    when $3::bigint - occurred_at_ms <= 604800000 then 'week'
    else 'older' end as age,
  count(*) as items, coalesce(sum(item_minor), 0)::text as money_minor,
  coalesce(sum(difference_minor), 0)::text as difference_minor,
  count(*) filter (where wish is not null) as wishes
from reconciliation_item
where utility_id = $1::uuid and ($2::uuid is null or source_id = $2::uuid)
  and absorbed_into is null
  and (resolved_at_ms is null or occurred_at_ms between $4::bigint and $5::bigint - 1)
group by 1, 2, 3
order by 1, 2, 3
