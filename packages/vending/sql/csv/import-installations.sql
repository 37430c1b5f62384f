insert into meter_installation
  (utility_id, meter_id, installed_at_ms, service_point_id, installed_by)
select $1::uuid, n.meter_id, $2::bigint, n.service_point_id, $3::text
from unnest($4::uuid[], $5::uuid[]) as n (meter_id, service_point_id)
