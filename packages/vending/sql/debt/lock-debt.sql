-- $1 utility, $2 debt. Vends take their shares under this lock too.
select debt_id from debt where utility_id = $1::uuid and debt_id = $2::uuid for update
