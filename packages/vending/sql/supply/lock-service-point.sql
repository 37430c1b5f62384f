select service_point_id, revision from service_point
where utility_id = $1::uuid and service_point_id = $2::uuid
for update
