insert into meter_installation
  (utility_id, meter_id, installed_at_ms, service_point_id, installed_by, installed_reading_wh)
values ($1::uuid, $2::uuid, $3::bigint, $4::uuid, $5::text, $6::bigint)
