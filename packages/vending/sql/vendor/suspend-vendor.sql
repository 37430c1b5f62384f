-- $1 utility, $2 vendor, $3 what for, $4 note, $5 by whom, $6 when.
update vendor
set status = 'suspended', suspended_for = $3::text, suspended_note = $4::text,
  suspended_by = $5::text, suspended_at_ms = $6::bigint
where utility_id = $1::uuid and vendor_id = $2::uuid
