-- A new secret: $1 utility, $2 webhook, $3 when, $4 the generation it replaces.
update webhook set secret_generation = secret_generation + 1, rotated_at_ms = $3::bigint
where utility_id = $1::uuid and webhook_id = $2::uuid and secret_generation = $4::integer
  and stopped_at_ms is null
