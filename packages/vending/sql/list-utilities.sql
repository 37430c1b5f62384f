-- The utilities of this database with their ledgers and the accounts a sale needs.
select u.utility_id, u.name, u.ledger_id, u.currency_symbol, u.time_zone, u.demo,
  l.currency_code, l.decimal_places,
  (select account_id from account a where a.utility_id = u.utility_id
    and a.ledger_id = u.ledger_id and a.code = 'bank') as bank
from utility u
join ledger l on l.utility_id = u.utility_id and l.ledger_id = u.ledger_id
order by u.created_at_ms
