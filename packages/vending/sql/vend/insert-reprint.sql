-- $1 utility, $2 vend id, $3 by whom, $4 when.
insert into reprint (utility_id, vend_id, reprint_number, reprinted_by, reprinted_at_ms)
select $1::uuid, $2::uuid, coalesce(max(reprint_number), 0) + 1, $3::text, $4::bigint
from reprint where utility_id = $1::uuid and vend_id = $2::uuid
