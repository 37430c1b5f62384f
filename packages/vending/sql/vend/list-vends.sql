-- Ids of vends, newest first: $1 utility, $2 meter id or null, $3 vendor id or null, $4 and $5 the
-- moment and id before which the page begins, $6 how many. Vends of one batch share their moment,
-- so the id belongs to the order.
select vend_id from vend
where utility_id = $1::uuid and ($2::uuid is null or meter_id = $2::uuid)
  and ($3::uuid is null or vendor_id = $3::uuid)
  and (requested_at_ms, vend_id) < ($4::bigint, $5::uuid)
order by requested_at_ms desc, vend_id desc limit $6::integer
