-- Writes the next revision of a locked customer: $1 utility, $2 customer, $3 name, $4 phone,
-- $5 language, $6 notes, $7 when it was erased or null.
update customer
set name = $3::text, phone = $4::text, language = $5::text, notes = $6::text,
  erased_at_ms = $7::bigint, revision = revision + 1
where utility_id = $1::uuid and customer_id = $2::uuid
