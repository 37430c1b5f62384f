-- Debts by kind over a span: $1 utility, $2 and $3 its bounds in time, $4 its first day; collected
-- by vends from component_day up to $5, the last day that is closed, and behind it live: $6 time
-- zone, $7 and $8 months, $9 where to begin to read, $10 and $11 bounds; $12 the last day.
with moved as (
  select kind, created_at_ms < $2::bigint as earlier, principal_minor as new_minor,
    0::numeric as collected_minor, 0::bigint as paid_minor, 0::bigint as written_off_minor
  from debt
  where utility_id = $1::uuid and created_at_ms < $3::bigint
  union all
  select d.kind, p.paid_at_ms < $2::bigint, 0, 0, p.payment_minor, 0
  from account_payment p
  join debt d on d.utility_id = p.utility_id and d.debt_id = p.debt_id
  where p.utility_id = $1::uuid and p.paid_at_ms < $3::bigint
  union all
  -- What was given back for a vend and went to a debt.
  select d.kind, r.resolved_at_ms < $2::bigint, 0, 0, r.refund_minor, 0
  from refund r
  join debt d on d.utility_id = r.utility_id and d.debt_id = r.debt_id
  where r.utility_id = $1::uuid and r.state = 'posted' and r.resolved_at_ms < $3::bigint
  union all
  select d.kind, r.reversed_at_ms < $2::bigint, 0, 0, -p.payment_minor, 0
  from account_payment_reversal r
  join account_payment p on p.utility_id = r.utility_id and p.payment_id = r.payment_id
  join debt d on d.utility_id = p.utility_id and d.debt_id = p.debt_id
  where r.utility_id = $1::uuid and r.reversed_at_ms < $3::bigint
  union all
  select d.kind, c.changed_at_ms < $2::bigint, 0, 0, 0, (c.details ->> 'write_off_minor')::bigint
  from debt_change c
  join debt d on d.utility_id = c.utility_id and d.debt_id = c.debt_id
  where c.utility_id = $1::uuid and c.kind = 'written_off' and c.changed_at_ms < $3::bigint
  union all
  select component, day < $4::date, 0, sum(money_minor), 0, 0
  from component_day
  where utility_id = $1::uuid and scope_id = $1::uuid and letter = 'd'
    and day <= least($5::date, $12::date)
  group by 1, 2
  union all
  select component, day < $4::date, 0, sum(money_minor), 0, 0
  from components_summed($1::uuid, $6::text, $7::integer, $8::integer, $9::bigint, $10::bigint,
    $11::bigint)
  where scope_id = $1::uuid and letter = 'd' and day <= $12::date
  group by 1, 2
)
select kind,
  coalesce(sum(new_minor - collected_minor - paid_minor - written_off_minor)
    filter (where earlier), 0)::bigint as opening_minor,
  coalesce(sum(new_minor) filter (where not earlier), 0)::bigint as new_minor,
  coalesce(sum(collected_minor) filter (where not earlier), 0)::bigint as collected_minor,
  coalesce(sum(paid_minor) filter (where not earlier), 0)::bigint as paid_minor,
  coalesce(sum(written_off_minor) filter (where not earlier), 0)::bigint as written_off_minor,
  coalesce(sum(new_minor - collected_minor - paid_minor - written_off_minor), 0)::bigint
    as closing_minor
from moved
group by kind
order by kind
