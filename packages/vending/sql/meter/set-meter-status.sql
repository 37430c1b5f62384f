-- Writes where a locked meter is now: $1 utility, $2 meter, $3 status, $4 place or null.
update meter set status = $3::text, service_point_id = $4::uuid, revision = revision + 1
where utility_id = $1::uuid and meter_id = $2::uuid
