insert into webhook (utility_id, webhook_id, url, description, kinds, vendor_id, secret_generation,
  created_by, created_at_ms)
values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text[], $6::uuid, 1, $7::text, $8::bigint)
on conflict do nothing
