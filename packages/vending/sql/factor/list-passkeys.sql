-- Those of a user, the oldest first: $1 utility, $2 user.
select credential_id, user_id, name, public_key, counter, transports, is_synced, made_at_ms,
  last_used_at_ms
from passkey where utility_id = $1::uuid and user_id = $2::uuid
order by made_at_ms, credential_id
