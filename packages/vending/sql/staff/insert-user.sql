insert into staff_user (utility_id, user_id, sign_in_name, display_name, roles, role_rule, vendor_id,
  password_hash, created_at_ms)
values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text[], $6::text, $7::uuid, $8::text, $9::bigint)
