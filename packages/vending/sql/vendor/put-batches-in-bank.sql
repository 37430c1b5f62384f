-- $1 utility, $2 bank batch, $3 sales batches. The vendor is held.
update sales_batch set bank_batch_id = $2::uuid
where utility_id = $1::uuid and sales_batch_id = any ($3::uuid[]) and bank_batch_id is null
