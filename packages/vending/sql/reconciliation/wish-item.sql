-- $1 utility, $2 item, $3 wish, $4 reference, $5 note.
update reconciliation_item
set wish = $3::text, wish_reference = $4::text, note = $5::text
where utility_id = $1::uuid and item_id = $2::uuid
