-- $1 utility, $2 webhook, $3 when.
update webhook set stopped_at_ms = $3::bigint
where utility_id = $1::uuid and webhook_id = $2::uuid and stopped_at_ms is null
