-- Customers whose name has the words, after a name and id: $1 utility, $2 pattern, $3 after name,
-- $4 after id, $5 how many.
select customer_id, name, phone from customer
where utility_id = $1::uuid and lower(name) like $2::text
  and (lower(name), customer_id) > ($3::text, $4::uuid)
order by lower(name), customer_id limit $5::integer
