-- Holds a shift still. Selling reads the open shift for share, so that whoever counts it sees every
-- vend that was sold in it: $1 utility, $2 shift.
select shift_id from shift where utility_id = $1::uuid and shift_id = $2::uuid for update
