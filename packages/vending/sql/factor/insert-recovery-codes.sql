-- $1 utility, $2 user, $3 hashes.
insert into recovery_code (utility_id, user_id, code_hash)
select $1::uuid, $2::uuid, h from unnest($3::bytea[]) as h
