-- $1 utility, $2 vendor, $3 whether people need an open shift to sell, $4 whose the till is.
update vendor set shift_required = $3::boolean, till_owner = $4::text
where utility_id = $1::uuid and vendor_id = $2::uuid
