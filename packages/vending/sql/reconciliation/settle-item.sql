-- $1 utility, $2 item, $3 resolution or null, $4 when or null, $5 note.
update reconciliation_item
set resolution = $3::text, resolved_at_ms = $4::bigint, note = $5::text
where utility_id = $1::uuid and item_id = $2::uuid
