-- Imports and runs of one source wait for each other here: $1 utility, $2 source.
select source_id from payment_source where utility_id = $1::uuid and source_id = $2::uuid for update
