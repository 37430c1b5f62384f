-- $1 utility, $2 vendor, $3 limit.
update vendor set credit_limit_minor = $3::bigint
where utility_id = $1::uuid and vendor_id = $2::uuid
