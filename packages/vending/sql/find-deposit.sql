-- $1 utility, $2 deposit id.
select vendor_id, deposit_minor, reference from deposit
where utility_id = $1::uuid and deposit_id = $2::uuid
