-- Ids of vends, newest first: $1 utility, $2 meter id or null, $3 vendor id or null, $4 before,
-- $5 how many.
select vend_id, requested_at_ms from vend
where utility_id = $1::uuid and ($2::uuid is null or meter_id = $2::uuid)
  and ($3::uuid is null or vendor_id = $3::uuid) and requested_at_ms < $4::bigint
order by requested_at_ms desc limit $5::integer
