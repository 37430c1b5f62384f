-- Carries a batch of postings into the limits of the accounts that have one, and releases the
-- reservations the batch resolves: $1 utility, $2 reservation ids, $3 account ids of all postings,
-- $4 their money. Each reservation must still be open: one that is not was resolved before (L4).
with released as (
  delete from reservation
  where utility_id = $1::uuid and reservation_id = any ($2::uuid[])
  returning account_id, reserved_minor
),
moved as (
  select account_id, sum(posting_minor) as posting_minor, 0::numeric as reserved_minor
  from unnest($3::uuid[], $4::bigint[]) as p (account_id, posting_minor) group by account_id
  union all
  select account_id, 0, sum(reserved_minor) from released group by account_id
),
summed as materialized (
  select account_id, sum(posting_minor)::bigint as posting_minor,
    sum(reserved_minor)::bigint as reserved_minor
  from moved group by account_id
),
locked as materialized (
  select l.account_id, s.posting_minor, s.reserved_minor
  from account_limit l join summed s on s.account_id = l.account_id
  where l.utility_id = $1::uuid
  order by l.account_id for update of l
),
updated as (
  update account_limit l
  set posted_minor = l.posted_minor - k.posting_minor,
    reserved_minor = l.reserved_minor - k.reserved_minor
  from locked k where l.utility_id = $1::uuid and l.account_id = k.account_id
)
select case when (select count(*) from released) = cardinality($2::uuid[]) then true
  else ledger_refuse('a reservation was resolved before') end
