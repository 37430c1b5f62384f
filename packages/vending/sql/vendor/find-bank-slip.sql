-- $1 utility, $2 source, $3 slip number.
select bank_batch_id from bank_batch
where utility_id = $1::uuid and source = $2::text and slip_number = $3::text
