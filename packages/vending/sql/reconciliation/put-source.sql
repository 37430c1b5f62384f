-- $1 utility, $2 source, $3 name, $4 settings, $5 by whom, $6 when. Whether the row is new.
insert into payment_source (utility_id, source_id, name, settings, changed_by, changed_at_ms)
values ($1::uuid, $2::uuid, $3::text, $4::jsonb, $5::text, $6::bigint)
on conflict (utility_id, source_id) do update
set name = excluded.name, settings = excluded.settings, changed_by = excluded.changed_by,
  changed_at_ms = excluded.changed_at_ms
returning xmax = 0 as is_new
