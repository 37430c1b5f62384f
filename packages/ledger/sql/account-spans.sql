-- Where to look for what moved on an account: the closed days on which it did, then all that follows
-- the last closed day. $1 utility, $2 ledger, $3 account, $4 and $5 from and to, both included.
select greatest(d.from_ms + 1, $4::bigint) as from_ms, least(d.to_ms, $5::bigint) as to_ms
from account_day moved
join ledger_day d on d.utility_id = $1::uuid and d.ledger_id = $2::uuid and d.day = moved.day
where moved.utility_id = $1::uuid and moved.account_id = $3::uuid
  and d.to_ms >= $4::bigint and d.from_ms < $5::bigint
union all
select greatest(last.to_ms + 1, $4::bigint), $5::bigint
from (select coalesce(max(to_ms), 0) as to_ms from ledger_day
  where utility_id = $1::uuid and ledger_id = $2::uuid) as last
where last.to_ms < $5::bigint
order by 1
