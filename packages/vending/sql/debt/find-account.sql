-- $1 utility, $2 ledger, $3 code.
select account_id from account
where utility_id = $1::uuid and ledger_id = $2::uuid and code = $3::text
