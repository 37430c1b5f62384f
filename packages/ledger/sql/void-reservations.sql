-- Gives reserved money back: $1 utility, $2 reservation ids, $3 reasons, $4 when.
with wanted as (
  select * from unnest($2::uuid[], $3::text[]) as w (reservation_id, reason)
),
released as (
  delete from reservation r using wanted w
  where r.utility_id = $1::uuid and r.reservation_id = w.reservation_id
  returning r.reservation_id, r.account_id, r.reserved_minor, w.reason
),
recorded as (
  insert into reservation_void
    (utility_id, reservation_id, account_id, reserved_minor, voided_at_ms, reason)
  select $1::uuid, reservation_id, account_id, reserved_minor, $4::bigint, reason from released
),
summed as (
  select account_id, sum(reserved_minor)::bigint as reserved_minor from released group by account_id
),
locked as materialized (
  select l.account_id, s.reserved_minor
  from account_limit l join summed s on s.account_id = l.account_id
  where l.utility_id = $1::uuid
  order by l.account_id for update of l
),
updated as (
  update account_limit l set reserved_minor = l.reserved_minor - k.reserved_minor
  from locked k where l.utility_id = $1::uuid and l.account_id = k.account_id
)
select case when (select count(*) from released) = cardinality($2::uuid[]) then true
  else ledger_refuse('a reservation was resolved before') end
