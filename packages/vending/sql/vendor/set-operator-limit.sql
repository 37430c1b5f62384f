-- $1 utility, $2 operator, $3 most of a vend, $4 most of a day, $5 most vends of a day, $6 by whom,
-- $7 when.
insert into operator_limit (utility_id, operator_id, most_tendered_minor, most_per_day_minor,
  most_vends_per_day, set_by, set_at_ms)
values ($1::uuid, $2::uuid, $3::bigint, $4::bigint, $5::integer, $6::text, $7::bigint)
on conflict (utility_id, operator_id) do update
set most_tendered_minor = excluded.most_tendered_minor,
  most_per_day_minor = excluded.most_per_day_minor,
  most_vends_per_day = excluded.most_vends_per_day,
  set_by = excluded.set_by, set_at_ms = excluded.set_at_ms
