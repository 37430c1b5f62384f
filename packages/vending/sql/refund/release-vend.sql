-- $1 utility, $2 vend, $3 the deed that has it.
delete from vend_claim
where utility_id = $1::uuid and vend_id = $2::uuid and deed_id = $3::uuid
