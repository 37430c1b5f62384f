insert into service_point (utility_id, service_point_id, code, address, area, phases,
  supply_limit_w, latitude_e6, longitude_e6, created_at_ms)
values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::smallint, $7::integer, $8::integer,
  $9::integer, $10::bigint)
