-- The copies of a vend's receipt, in order: $1 utility, $2 vend id.
select reprint_number, reprinted_by, reprinted_at_ms from reprint
where utility_id = $1::uuid and vend_id = $2::uuid
order by reprint_number
