-- So that two reprints at once get two numbers: $1 utility, $2 vend id.
select state from vend where utility_id = $1::uuid and vend_id = $2::uuid for update
