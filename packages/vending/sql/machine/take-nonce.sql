-- Takes a nonce, once: $1 utility, $2 key, $3 nonce, $4 until when it is remembered.
insert into request_nonce (utility_id, api_key_id, nonce, expires_at_ms)
values ($1::uuid, $2::uuid, $3::text, $4::bigint)
on conflict (utility_id, api_key_id, nonce) do nothing
