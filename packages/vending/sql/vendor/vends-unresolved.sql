-- Whether money of a float is set aside for vends asked for before a moment: $1 utility, $2 float,
-- $3 the moment. The table holds what is under way only, so it is small.
select exists (
  select 1 from reservation
  where utility_id = $1::uuid and account_id = $2::uuid and reserved_at_ms < $3::bigint
) as unresolved
