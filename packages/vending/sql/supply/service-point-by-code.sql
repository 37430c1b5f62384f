select service_point_id from service_point where utility_id = $1::uuid and code = $2::text
