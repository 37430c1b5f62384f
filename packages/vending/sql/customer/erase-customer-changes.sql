update customer_change set before = null
where utility_id = $1::uuid and customer_id = $2::uuid and before is not null
