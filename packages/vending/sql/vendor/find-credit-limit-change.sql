-- $1 utility, $2 change id.
select vendor_id, to_minor, reason, requested_by, approved_by from credit_limit_change
where utility_id = $1::uuid and change_id = $2::uuid
