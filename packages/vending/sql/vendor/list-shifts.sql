-- Ids of a vendor's shifts, newest first: $1 utility, $2 vendor, $3 operator or null, $4 and $5 the
-- moment and id before which the page begins, $6 how many.
select shift_id from shift
where utility_id = $1::uuid and vendor_id = $2::uuid and ($3::uuid is null or operator_id = $3::uuid)
  and (opened_at_ms, shift_id) < ($4::bigint, $5::uuid)
order by opened_at_ms desc, shift_id desc limit $6::integer
