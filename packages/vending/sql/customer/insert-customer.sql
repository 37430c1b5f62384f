insert into customer (utility_id, customer_id, name, phone, language, notes, registered_at_ms)
values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::text, $7::bigint)
