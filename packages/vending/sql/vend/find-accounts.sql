-- Accounts of a ledger by their codes: $1 utility, $2 ledger, $3 codes.
select code, account_id from account
where utility_id = $1::uuid and ledger_id = $2::uuid and code = any ($3::text[])
