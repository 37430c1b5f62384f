-- $1 utility, $2 credential, $3 user, $4 name, $5 public key, $6 counter, $7 transports, $8 whether
-- synced, $9 when. Nothing is inserted when the credential is known.
insert into passkey (utility_id, credential_id, user_id, name, public_key, counter, transports,
  is_synced, made_at_ms)
values ($1::uuid, $2::text, $3::uuid, $4::text, $5::bytea, $6::bigint, $7::text[], $8::boolean,
  $9::bigint)
on conflict (utility_id, credential_id) do nothing
