insert into meter_note (utility_id, meter_id, noted_at_ms, kind, noted_by, details)
values ($1::uuid, $2::uuid, $3::bigint, $4::text, $5::text, $6::jsonb)
