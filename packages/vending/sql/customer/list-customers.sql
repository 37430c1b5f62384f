-- Customers whose name has words that begin with the typed ones, after a name and id: $1 utility,
-- $2 typed, $3 after name, $4 after id, $5 how many.
select customer_id, name, phone, language, notes, revision, registered_at_ms, erased_at_ms
from customer
where utility_id = $1::uuid and ($2::text = '' or words @@ search_query($2::text))
  and (lower(name), customer_id) > ($3::text, $4::uuid)
order by lower(name), customer_id limit $5::integer
