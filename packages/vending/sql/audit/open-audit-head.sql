-- The beginning of a utility's chain: $1 utility, $2 the hash it begins with.
insert into audit_head (utility_id, sequence, hash) values ($1::uuid, 0, $2::bytea)
on conflict (utility_id) do nothing
