-- A payment buys once, whatever it buys: vends keep theirs in the same table. $1 utility, $2 payment
-- of an account, $3 method, $4 reference.
insert into vend_payment (utility_id, vend_id, payment_method, payment_reference)
values ($1::uuid, $2::uuid, $3::text, $4::text)
