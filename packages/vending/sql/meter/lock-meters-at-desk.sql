-- Locks meters in key order, for what is done with them at the desk: $1 utility, $2 numbers.
select meter_id, drn, status from meter
where utility_id = $1::uuid and drn = any ($2::text[])
order by meter_id for update
