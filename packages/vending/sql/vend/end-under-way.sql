-- Vends without a reservation that are resolved now: $1 utility, $2 vend ids.
delete from vend_under_way where utility_id = $1::uuid and vend_id = any ($2::uuid[])
