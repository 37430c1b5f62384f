select customer_id, name, phone, language, notes from customer
where utility_id = $1::uuid and customer_id = any ($2::uuid[])
