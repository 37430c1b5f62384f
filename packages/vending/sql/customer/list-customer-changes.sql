-- What was changed, the newest first: $1 utility, $2 customer, $3 before this revision, $4 how many.
select revision, changed_at_ms, changed_by, changed_fields, before
from customer_change
where utility_id = $1::uuid and customer_id = $2::uuid and revision < $3::integer
order by revision desc limit $4::integer
