-- A key that was not revoked: $1 utility, $2 hash of its secret or null, $3 its id or null.
select k.api_key_id, k.name, k.vendor_id, d.name as vendor_name, k.public_key, k.signature_required,
  k.permissions, k.requests_per_minute
from api_key k
join vendor d on d.utility_id = k.utility_id and d.vendor_id = k.vendor_id
where k.utility_id = $1::uuid and k.revoked_at_ms is null
  and (k.secret_hash = $2::bytea or k.api_key_id = $3::uuid)
