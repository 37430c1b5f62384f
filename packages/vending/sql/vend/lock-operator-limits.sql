-- Locks what some operators may sell, those of them who are limited, so that two batches do not both
-- sell what is left: $1 utility, $2 operators.
select operator_id from operator_limit
where utility_id = $1::uuid and operator_id = any ($2::uuid[])
order by operator_id for no key update
