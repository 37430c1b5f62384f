-- Ids of vends, newest first: $1 utility, $2 meter id or null, $3 vendor id or null, $4 agreement id
-- or null, $5 kind or null, $6 and $7 the moment and its month from which on, $8 to $10 the moment,
-- the id and its month before which the page begins, $11 how many. Vends of one batch share their
-- moment, so the id belongs to the order. The months say which parts need not be looked at; those of
-- an agreement are found by the meters that hung at its place.
select vend_id from vend
where utility_id = $1::uuid and ($2::uuid is null or meter_id = $2::uuid)
  and ($3::uuid is null or vendor_id = $3::uuid)
  and ($4::uuid is null or (agreement_id = $4::uuid and meter_id in (
    select i.meter_id from agreement a
    join meter_installation i on i.utility_id = a.utility_id
      and i.service_point_id = a.service_point_id
    where a.utility_id = $1::uuid and a.agreement_id = $4::uuid)))
  and ($5::text is null or kind = $5::text)
  and requested_at_ms >= $6::bigint and month >= $7::integer
  and (requested_at_ms, vend_id) < ($8::bigint, $9::uuid) and month <= $10::integer
order by requested_at_ms desc, vend_id desc limit $11::integer
