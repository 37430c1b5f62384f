update desk_operation set outcome = $3::jsonb
where utility_id = $1::uuid and operation_id = $2::uuid
