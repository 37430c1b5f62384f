-- Holds a vendor still, so that what is decided of it stays true: $1 utility, $2 vendor. Every
-- operation that decides takes this lock first; selling does not, and goes on meanwhile.
select vendor_id from vendor
where utility_id = $1::uuid and vendor_id = $2::uuid
for no key update
