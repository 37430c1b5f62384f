-- The payment that a reversal gave back: $1 utility, $2 reversal.
select payment_id from account_payment_reversal
where utility_id = $1::uuid and reversal_id = $2::uuid
