-- Where the money of some vends went, without the leg of the float: $1 utility, $2 vend ids,
-- $3 the float, $4 the months they were asked for in. What an account was credited with is above
-- zero.
select e.entry_id as vend_id, a.code, sum(-leg.money_minor)::bigint as credited_minor
from entry e
cross join lateral unnest(e.account_ids, e.money_minor) as leg (account_id, money_minor)
join account a on a.utility_id = e.utility_id and a.account_id = leg.account_id
where e.utility_id = $1::uuid and e.entry_id = any ($2::uuid[]) and e.month = any ($4::integer[])
  and leg.account_id <> $3::uuid
group by e.entry_id, a.code
