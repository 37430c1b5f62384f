select kind, request_hash, done_by, done_at_ms, outcome from desk_operation
where utility_id = $1::uuid and operation_id = $2::uuid
