-- $1 utility, $2 reversal id.
select deposit_id, vendor_id, reason from deposit_reversal
where utility_id = $1::uuid and reversal_id = $2::uuid
