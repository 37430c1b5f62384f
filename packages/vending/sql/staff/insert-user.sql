insert into staff_user (utility_id, user_id, sign_in_name, display_name, roles, vendor_id,
  password_hash, created_at_ms)
values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text[], $6::uuid, $7::text, $8::bigint)
