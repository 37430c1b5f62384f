-- The first time counts: $1 utility, $2 key, $3 when. Says whether this was the first.
with before as (
  select revoked_at_ms from api_key
  where utility_id = $1::uuid and api_key_id = $2::uuid for update
)
update api_key k set revoked_at_ms = coalesce(k.revoked_at_ms, $3::bigint)
from before
where k.utility_id = $1::uuid and k.api_key_id = $2::uuid
returning before.revoked_at_ms is null as is_first
