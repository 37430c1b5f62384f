-- The deposit that used a slip: $1 utility, $2 source, $3 slip number.
select deposit_id from deposit
where utility_id = $1::uuid and source = $2::text and slip_number = $3::text
