-- A row that never changes, held so that two reversals at once do not both look first: $1 utility,
-- $2 payment.
select payment_id from account_payment
where utility_id = $1::uuid and payment_id = $2::uuid for no key update
