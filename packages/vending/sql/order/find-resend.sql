-- $1 utility, $2 vend, $3 resend.
select carrier, wanted_by, wanted_at_ms from vend_resend
where utility_id = $1::uuid and vend_id = $2::uuid and resend_id = $3::uuid
