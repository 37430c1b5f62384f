-- Every account's balance before a span and its debits and credits within: $1 utility, $2 ledger, $3
-- and $4 the span's bounds in time. A debit is positive.
with leg as (
  select l.account_id, e.posted_at_ms < $3::bigint as is_earlier, l.leg_minor
  from entry e
  cross join lateral unnest(e.account_ids, e.money_minor) as l (account_id, leg_minor)
  where e.utility_id = $1::uuid and e.ledger_id = $2::uuid and e.posted_at_ms < $4::bigint
),
moved as (
  select account_id,
    sum(leg_minor) filter (where is_earlier) as opening_minor,
    sum(leg_minor) filter (where not is_earlier and leg_minor > 0) as debit_minor,
    -sum(leg_minor) filter (where not is_earlier and leg_minor < 0) as credit_minor
  from leg
  group by account_id
)
select a.account_id, a.code, a.name, a.normal_side,
  coalesce(m.opening_minor, 0)::bigint as opening_minor,
  coalesce(m.debit_minor, 0)::bigint as debit_minor,
  coalesce(m.credit_minor, 0)::bigint as credit_minor
from account a
left join moved m on m.account_id = a.account_id
where a.utility_id = $1::uuid and a.ledger_id = $2::uuid
order by a.code
