-- $1 utility, $2 payment of an account.
delete from vend_payment where utility_id = $1::uuid and vend_id = $2::uuid
  and payment_method = $3::text and payment_reference = $4::text
