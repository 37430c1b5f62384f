-- The item of a line takes a known payment: $1 utility, $2 item, $3 class, $4 reason, $5 kind,
-- $6 id, $7 difference, $8 first seen, $9 when, $10 note.
update reconciliation_item
set class = $3::text, reason = $4::text, known_kind = $5::text, known_id = $6::uuid,
  difference_minor = $7::bigint, first_seen_at_ms = $8::bigint, resolved_at_ms = $9::bigint,
  resolution = 'linked', note = $10::text
where utility_id = $1::uuid and item_id = $2::uuid
