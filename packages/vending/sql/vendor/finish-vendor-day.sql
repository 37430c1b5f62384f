-- $1 utility, $2 vendor, $3 day, then the sums.
update vendor_day
set state = 'closed', vends = $4::integer, late_vends = $5::integer, tendered_minor = $6::bigint,
  energy_tenth_kwh = $7::bigint, payment_methods = $8::jsonb, accounts = $9::jsonb,
  first_module_sequence = $10::bigint, last_module_sequence = $11::bigint, root = $12::bytea,
  commission_minor = $13::bigint, commission_paid = $14::text, month_tendered_minor = $15::bigint,
  month_energy_charge_minor = $16::bigint, closed_at_ms = $17::bigint
where utility_id = $1::uuid and vendor_id = $2::uuid and day = $3::date and state = 'closing'
