-- Reserved vends become posted or declined: $1 utility, $2 when, $3 vend ids, $4 states,
-- $5 reasons. Each must still be reserved. The ids are named twice so that the plan begins with the
-- primary key, also one that was made while the table was empty.
with updated as (
  update vend v
  set state = r.state, resolved_at_ms = $2::bigint, declined_reason = r.declined_reason
  from unnest($3::uuid[], $4::text[], $5::text[]) as r (vend_id, state, declined_reason)
  where v.utility_id = $1::uuid and v.vend_id = any ($3::uuid[]) and v.vend_id = r.vend_id
    and v.state = 'reserved'
  returning 1
)
select case when (select count(*) from updated) = cardinality($3::uuid[]) then true
  else vending_refuse('a vend was resolved before') end
