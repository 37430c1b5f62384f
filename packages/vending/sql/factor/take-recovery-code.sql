-- A code is gone once it is used: $1 utility, $2 user, $3 hash.
delete from recovery_code where utility_id = $1::uuid and user_id = $2::uuid and code_hash = $3::bytea
