-- Locks meters in the order of their ids: $1 utility, $2 meter numbers. Token identifiers rise under
-- this lock (T1). It comes behind the lock of the agreements, also for everybody else.
select m.meter_id from meter m
where m.utility_id = $1::uuid and m.drn = any ($2::text[])
order by m.meter_id for no key update
