-- $1 utility, $2 ledgers, or null for all.
select ledger_id, currency_code, decimal_places
from ledger
where utility_id = $1::uuid and ($2::uuid[] is null or ledger_id = any ($2::uuid[]))
order by currency_code, ledger_id
