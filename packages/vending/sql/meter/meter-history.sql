-- The time line of a meter, the newest first: $1 utility, $2 meter, $3 before this time, $4 and at
-- that time before this kind, $5 how many.
select happened_at_ms, kind, by, details from (
  select installed_at_ms as happened_at_ms, 'installed' as kind, installed_by as by,
    jsonb_build_object('service_point_id', i.service_point_id, 'code', p.code,
      'address', p.address, 'reading_wh', installed_reading_wh) as details
  from meter_installation i
  join service_point p
    on p.utility_id = i.utility_id and p.service_point_id = i.service_point_id
  where i.utility_id = $1::uuid and i.meter_id = $2::uuid
  union all
  select removed_at_ms, 'removed', removed_by,
    jsonb_build_object('service_point_id', i.service_point_id, 'code', p.code,
      'address', p.address, 'reason', removed_reason, 'reading_wh', removed_reading_wh,
      'credit_left_wh', removed_credit_wh)
  from meter_installation i
  join service_point p
    on p.utility_id = i.utility_id and p.service_point_id = i.service_point_id
  where i.utility_id = $1::uuid and i.meter_id = $2::uuid and removed_at_ms is not null
  union all
  select coalesce(began_at_ms, 0), 'key_epoch_' || key_epoch, null,
    jsonb_build_object('supply_group_code', supply_group_code, 'tariff_index', tariff_index,
      'key_revision_number', key_revision_number, 'encryption_algorithm', encryption_algorithm)
  from meter_key where utility_id = $1::uuid and meter_id = $2::uuid
  union all
  select noted_at_ms, kind, noted_by, details
  from meter_note where utility_id = $1::uuid and meter_id = $2::uuid
) as event
where (happened_at_ms, kind) < ($3::bigint, $4::text)
order by happened_at_ms desc, kind desc limit $5::integer
