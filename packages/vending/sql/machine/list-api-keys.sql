-- All keys, first those that hold, the newest first: $1 utility.
select k.api_key_id, k.name, k.vendor_id, d.name as vendor_name, k.public_key, k.signature_required,
  k.permissions, k.requests_per_minute, k.created_at_ms, k.revoked_at_ms
from api_key k
join vendor d on d.utility_id = k.utility_id and d.vendor_id = k.vendor_id
where k.utility_id = $1::uuid
order by k.revoked_at_ms is not null, k.created_at_ms desc, k.api_key_id
