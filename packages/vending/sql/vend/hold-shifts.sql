-- The open shifts of some operators, held so that whoever closes one counts every vend that was sold
-- in it: $1 utility, $2 operators.
select operator_id, vendor_id from shift
where utility_id = $1::uuid and operator_id = any ($2::uuid[]) and closed_at_ms is null
order by operator_id for share
