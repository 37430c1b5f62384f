-- Where the money of some vends went, without the leg of the float: $1 utility, $2 vend ids,
-- $3 the float. What an account was credited with is above zero.
select p.entry_id as vend_id, a.code, sum(-p.posting_minor)::bigint as credited_minor
from posting p
join account a on a.utility_id = p.utility_id and a.account_id = p.account_id
where p.utility_id = $1::uuid and p.entry_id = any ($2::uuid[]) and p.account_id <> $3::uuid
group by p.entry_id, a.code
