insert into account_limit (utility_id, account_id, posted_minor, reserved_minor, floor_minor)
values ($1::uuid, $2::uuid, 0, 0, $3::bigint)
