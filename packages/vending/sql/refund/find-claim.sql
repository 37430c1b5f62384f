-- $1 utility, $2 vend.
select deed, deed_id from vend_claim where utility_id = $1::uuid and vend_id = $2::uuid
