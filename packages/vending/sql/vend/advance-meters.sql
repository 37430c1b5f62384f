-- Records the last token identifier given out, one row a meter: $1 utility, $2 when, $3 meter ids,
-- $4 token identifiers. The rows are locked; an identifier that does not rise is refused (T1).
-- The ids are named twice so that the plan begins with the primary key.
with updated as (
  update meter m
  set last_token_identifier = n.token_identifier, last_vend_at_ms = $2::bigint
  from unnest($3::uuid[], $4::integer[]) as n (meter_id, token_identifier)
  where m.utility_id = $1::uuid and m.meter_id = any ($3::uuid[]) and m.meter_id = n.meter_id
    and n.token_identifier > coalesce(m.last_token_identifier, -1)
  returning 1
)
select case when (select count(*) from updated) = cardinality($3::uuid[]) then true
  else vending_refuse('a token identifier does not rise') end
