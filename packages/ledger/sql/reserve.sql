-- Sets money aside: $1 utility, $2 reservation ids, $3 account ids, $4 money, $5 when.
-- Limits are locked in key order, so that two batches cannot lock each other out; an account that
-- would fall below its floor breaks the constraint account_limit_floor and nothing is reserved.
with wanted as materialized (
  select * from unnest($2::uuid[], $3::uuid[], $4::bigint[])
    as w (reservation_id, account_id, reserved_minor)
),
inserted as (
  insert into reservation (utility_id, reservation_id, account_id, reserved_minor, reserved_at_ms)
  select $1::uuid, reservation_id, account_id, reserved_minor, $5::bigint from wanted
),
summed as (
  select account_id, sum(reserved_minor)::bigint as reserved_minor from wanted group by account_id
),
locked as materialized (
  select l.account_id, s.reserved_minor
  from account_limit l join summed s on s.account_id = l.account_id
  where l.utility_id = $1::uuid
  order by l.account_id for update of l
),
updated as (
  update account_limit l set reserved_minor = l.reserved_minor + k.reserved_minor
  from locked k where l.utility_id = $1::uuid and l.account_id = k.account_id
  returning 1
)
select case when (select count(*) from updated) = (select count(*) from summed) then true
  else ledger_refuse('a reservation names an account that has no limit') end
