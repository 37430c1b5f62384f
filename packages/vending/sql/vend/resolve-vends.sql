-- Reserved vends of one month become posted or declined: $1 utility, $2 when, $3 month, $4 vend ids,
-- $5 states, $6 reasons, $7 how many tokens were made, $8 free units. Each must still be reserved.
-- The ids are named twice so that the plan begins with the primary key, also one that was made while
-- the table was empty.
with updated as (
  update vend v
  set state = r.state, resolved_at_ms = $2::bigint, declined_reason = r.declined_reason,
    token_count = r.token_count, free_tenth_kwh = r.free_tenth_kwh
  from unnest($4::uuid[], $5::text[], $6::text[], $7::smallint[], $8::integer[])
    as r (vend_id, state, declined_reason, token_count, free_tenth_kwh)
  where v.utility_id = $1::uuid and v.month = $3::integer and v.vend_id = any ($4::uuid[])
    and v.vend_id = r.vend_id and v.state = 'reserved'
  returning 1
)
select case when (select count(*) from updated) = cardinality($4::uuid[]) then true
  else vending_refuse('a vend was resolved before') end
