-- $1 utility, $2 credential.
select credential_id, user_id, name, public_key, counter, transports, is_synced, made_at_ms,
  last_used_at_ms
from passkey where utility_id = $1::uuid and credential_id = $2::text
