insert into debt (utility_id, debt_id, agreement_id, kind, name, account, priority, principal_minor,
  owed_minor, recovery_kind, share_basis_points, fixed_minor, fixed_per, least_minor, agreed_on,
  collect_from, reference, created_by, created_at_ms, state)
values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, $7::smallint, $8::bigint,
  $8::bigint, $9::text, $10::integer, $11::bigint, $12::text, $13::bigint, $14::date, $15::date,
  $16::text, $17::text, $18::bigint, 'open')
