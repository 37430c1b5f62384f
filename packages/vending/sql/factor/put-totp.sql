-- A secret that waits for its first code; one that waited before is replaced, one that was confirmed
-- is not: $1 utility, $2 user, $3 sealed secret, $4 when.
insert into totp (utility_id, user_id, sealed_secret, made_at_ms)
values ($1::uuid, $2::uuid, $3::bytea, $4::bigint)
on conflict (utility_id, user_id) do update
set sealed_secret = excluded.sealed_secret, made_at_ms = excluded.made_at_ms
where totp.confirmed_at_ms is null
