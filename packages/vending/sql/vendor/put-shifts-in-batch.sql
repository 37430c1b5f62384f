-- $1 utility, $2 sales batch, $3 shifts. The vendor is held, so nobody else puts them elsewhere.
update shift set sales_batch_id = $2::uuid
where utility_id = $1::uuid and shift_id = any ($3::uuid[]) and sales_batch_id is null
  and closed_at_ms is not null
