-- An account of the utility's ledgers: $1 utility, $2 account.
select account_id from account where utility_id = $1::uuid and account_id = $2::uuid
