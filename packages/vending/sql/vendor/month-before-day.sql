-- What a vendor sold in the month of a day before that day: $1 utility, $2 vendor, $3 day.
select month_tendered_minor, month_energy_charge_minor from vendor_day
where utility_id = $1::uuid and vendor_id = $2::uuid and day < $3::date
  and day >= date_trunc('month', $3::date)::date
order by day desc limit 1
