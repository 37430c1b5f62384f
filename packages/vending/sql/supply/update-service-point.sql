-- Writes the next revision of a locked place: $1 utility, $2 service point, $3 address, $4 area,
-- $5 phases, $6 supply limit, $7 latitude, $8 longitude. The code is the place's name and stays.
update service_point
set address = $3::text, area = $4::text, phases = $5::smallint, supply_limit_w = $6::integer,
  latitude_e6 = $7::integer, longitude_e6 = $8::integer, revision = revision + 1
where utility_id = $1::uuid and service_point_id = $2::uuid
