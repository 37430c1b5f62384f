-- What is there already of the numbers in a file: $1 utility, $2 meters, $3 accounts, $4 places.
select 'meter' as kind, drn as name from meter
where utility_id = $1::uuid and drn = any ($2::text[])
union all
select 'account', account_number from agreement
where utility_id = $1::uuid and account_number = any ($3::text[])
union all
select 'place', code from service_point
where utility_id = $1::uuid and code = any ($4::text[])
