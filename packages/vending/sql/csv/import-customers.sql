insert into customer (utility_id, customer_id, name, phone, language, notes, registered_at_ms)
select $1::uuid, n.customer_id, n.name, nullif(n.phone, ''), nullif(n.language, ''), n.notes,
  $2::bigint
from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
  as n (customer_id, name, phone, language, notes)
