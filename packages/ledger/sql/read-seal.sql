-- $1 utility, $2 ledger.
select s.closed_to_ms, l.currency_code, l.decimal_places
from ledger_seal s
join ledger l on l.utility_id = s.utility_id and l.ledger_id = s.ledger_id
where s.utility_id = $1::uuid and s.ledger_id = $2::uuid
