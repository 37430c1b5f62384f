select customer_id, name, phone, language, notes, revision, registered_at_ms, erased_at_ms
from customer
where utility_id = $1::uuid and customer_id = $2::uuid
