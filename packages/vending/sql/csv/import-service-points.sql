insert into service_point (utility_id, service_point_id, code, address, area, phases,
  supply_limit_w, latitude_e6, longitude_e6, created_at_ms)
select $1::uuid, n.service_point_id, n.code, n.address, n.area, n.phases, n.supply_limit_w,
  n.latitude_e6, n.longitude_e6, $2::bigint
from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::integer[],
    $9::integer[], $10::integer[])
  as n (service_point_id, code, address, area, phases, supply_limit_w, latitude_e6, longitude_e6)
