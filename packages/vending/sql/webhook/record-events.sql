-- Keeps what some webhook wants to hear of: $1 utility, $2 kinds, $3 subjects, $4 vendors (null: of
-- no vendor), $5 when, $6 data. Told again it changes nothing.
with happened as (
  select kind, subject_id, vendor_id, occurred_at_ms, data::jsonb as data
  from unnest($2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[])
    as h (kind, subject_id, vendor_id, occurred_at_ms, data)
),
wanted as materialized (
  select w.webhook_id, h.kind, h.subject_id, h.occurred_at_ms, h.data
  from happened h
  join webhook w on w.utility_id = $1::uuid and w.stopped_at_ms is null and h.kind = any (w.kinds)
    and (w.vendor_id is null or w.vendor_id = h.vendor_id)
),
kept as (
  insert into event (utility_id, kind, subject_id, occurred_at_ms, data)
  select distinct on (kind, subject_id) $1::uuid, kind, subject_id, occurred_at_ms, data
  from wanted order by kind, subject_id
  on conflict do nothing
)
insert into webhook_delivery (utility_id, webhook_id, kind, subject_id, occurred_at_ms, state,
  attempts, next_attempt_at_ms)
select $1::uuid, webhook_id, kind, subject_id, occurred_at_ms, 'pending', 0, occurred_at_ms
from wanted order by webhook_id, kind, subject_id
on conflict do nothing
