-- Days of a vendor, newest first: $1 utility, $2 vendor, $3 one day or null, $4 a state or null,
-- $5 the day before which the page begins or null, $6 how many.
select to_char(day, 'YYYY-MM-DD') as day, vendor_id, from_ms, to_ms, cut_at_ms, late_from_ms, state,
  closed_by, commission_version, vends, late_vends, tendered_minor, energy_tenth_kwh,
  payment_methods, accounts, first_module_sequence, last_module_sequence, root, commission_minor,
  commission_paid, month_tendered_minor, month_energy_charge_minor, closed_at_ms
from vendor_day
where utility_id = $1::uuid and vendor_id = $2::uuid and ($3::date is null or day = $3::date)
  and ($4::text is null or state = $4::text) and ($5::date is null or day < $5::date)
order by day desc limit $6::integer
