insert into customer (utility_id, customer_id, name, phone)
values ($1::uuid, $2::uuid, $3::text, $4::text)
