-- All versions of a vendor's commission: $1 utility, $2 vendor.
select version, to_char(effective_from, 'YYYY-MM-DD') as effective_from, paid, terms, above_ceiling,
  added_by, approved_by, added_at_ms
from commission_rule where utility_id = $1::uuid and vendor_id = $2::uuid
order by version
