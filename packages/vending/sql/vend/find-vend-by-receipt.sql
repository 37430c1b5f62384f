-- The vend of the token that was counted under a number: $1 utility, $2 number of the security
-- module, $3 what it counted.
select vend_id from token
where utility_id = $1::uuid and module_number = $2::smallint and module_sequence = $3::bigint
