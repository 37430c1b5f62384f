-- What the desk must know of locked meters: $1 utility, $2 numbers. The last event of a meter keeps
-- its time line in order when a clock is set back.
select m.meter_id, m.drn, m.status, m.service_point_id, m.payment_mode, m.phases,
  i.installed_at_ms, i.installed_reading_wh,
  greatest(i.installed_at_ms,
    (select max(noted_at_ms) from meter_note n
      where n.utility_id = m.utility_id and n.meter_id = m.meter_id),
    (select max(began_at_ms) from meter_key k
      where k.utility_id = m.utility_id and k.meter_id = m.meter_id),
    (select max(coalesce(removed_at_ms, installed_at_ms)) from meter_installation x
      where x.utility_id = m.utility_id and x.meter_id = m.meter_id)) as last_event_at_ms
from meter m
left join meter_installation i on i.utility_id = m.utility_id and i.meter_id = m.meter_id
  and i.removed_at_ms is null
where m.utility_id = $1::uuid and m.drn = any ($2::text[])
