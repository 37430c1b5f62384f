-- $1 utility, $2 entry ids, $3 positions, $4 account ids, $5 money: a debit is positive.
insert into posting (utility_id, entry_id, position, account_id, posting_minor)
select $1::uuid, entry_id, position, account_id, posting_minor
from unnest($2::uuid[], $3::smallint[], $4::uuid[], $5::bigint[])
  as p (entry_id, position, account_id, posting_minor)
