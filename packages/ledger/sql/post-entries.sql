-- Posts a batch: $1 utility, $2 ledger, $3 entry ids, $4 months, $5 kinds, $6 and $7 the first and
-- the last leg of each, $8 accounts and $9 money of all legs (a debit is positive), $10 now.
-- The share of the seal is held until the end, so that the ledger cannot be closed over an entry
-- that is under way; and the time of the ledger never goes back behind what is closed.
with seal as materialized (
  select closed_to_ms from ledger_seal
  where utility_id = $1::uuid and ledger_id = $2::uuid for share
),
strange as materialized (
  select count(*) as accounts
  from (select distinct account_id from unnest($8::uuid[]) as l (account_id)) as used
  where not exists (
    select from account a where a.utility_id = $1::uuid and a.account_id = used.account_id
      and a.ledger_id = $2::uuid)
)
insert into entry
  (posted_at_ms, month, utility_id, ledger_id, entry_id, kind, account_ids, money_minor)
select greatest($10::bigint, s.closed_to_ms + 1), e.month, $1::uuid, $2::uuid, e.entry_id, e.kind,
  ($8::uuid[])[e.leg_first : e.leg_last], ($9::bigint[])[e.leg_first : e.leg_last]
from unnest($3::uuid[], $4::integer[], $5::text[], $6::integer[], $7::integer[])
  as e (entry_id, month, kind, leg_first, leg_last)
cross join seal s
where (select case when accounts = 0 then true
  else ledger_refuse('WVL04', 'an entry names an account that is not in its ledger') end
  from strange)
