-- $1 utility, $2 debt, $3 priority, $4 recovery, $5 share, $6 fixed, $7 per, $8 least, $9 from.
update debt
set priority = $3::smallint, recovery_kind = $4::text, share_basis_points = $5::integer,
  fixed_minor = $6::bigint, fixed_per = $7::text, least_minor = $8::bigint,
  collect_from = $9::date
where utility_id = $1::uuid and debt_id = $2::uuid
