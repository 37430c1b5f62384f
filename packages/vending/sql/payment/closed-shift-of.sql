-- A closed shift in which something was taken: $1 utility, $2 operator, $3 vendor, $4 when.
select shift_id from shift
where utility_id = $1::uuid and operator_id = $2::uuid and vendor_id = $3::uuid
  and closed_at_ms is not null and $4::bigint >= opened_at_ms and $4::bigint <= closed_at_ms
