-- The shift an operator has open: $1 utility, $2 operator.
select shift_id from shift
where utility_id = $1::uuid and operator_id = $2::uuid and closed_at_ms is null
