-- $1 utility, $2 vendor.
update vendor
set status = 'active', suspended_for = null, suspended_note = null, suspended_by = null,
  suspended_at_ms = null
where utility_id = $1::uuid and vendor_id = $2::uuid
