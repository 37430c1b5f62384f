-- The item of a known payment becomes part of the item of a line: $1 utility, $2 item, $3 the item
-- it goes into, $4 when.
update reconciliation_item
set known_kind = null, known_id = null, absorbed_into = $3::uuid, resolved_at_ms = $4::bigint,
  resolution = 'linked'
where utility_id = $1::uuid and item_id = $2::uuid
