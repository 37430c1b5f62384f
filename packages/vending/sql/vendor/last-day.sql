-- The last day of a vendor that was closed, or is being closed: $1 utility, $2 vendor.
select to_char(max(day), 'YYYY-MM-DD') as day from vendor_day
where utility_id = $1::uuid and vendor_id = $2::uuid
