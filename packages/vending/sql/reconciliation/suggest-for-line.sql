-- Known payments that may belong to a line: $1 utility, $2 source, $3 meter number, $4 money,
-- $5 and $6 the span, $7 references, $8 an id, $9 how many. Those without a token have no item.
select i.item_id, o.known_kind as kind, o.known_id as id, o.reference, o.meter_number,
  o.known_minor as money_minor, o.known_at_ms as at_ms, o.has_token,
  (o.known_minor = $4::bigint)::integer + (o.meter_number is not distinct from $3::text)::integer
    + coalesce(o.reference = any ($7::text[]), false)::integer as alike
from observed_payment o
left join reconciliation_item i on i.utility_id = o.utility_id and i.source_id = o.source_id
  and i.known_kind = o.known_kind and i.known_id = o.known_id
where o.utility_id = $1::uuid and o.source_id = $2::uuid
  and (i.item_id is null or (i.resolved_at_ms is null and i.file_id is null))
  and (i.item_id is not null or (o.known_kind = 'vend' and not o.has_token))
  and o.known_at_ms between $5::bigint and $6::bigint
  and ((o.meter_number = $3::text and o.known_minor = $4::bigint)
    or o.reference = any ($7::text[]) or o.known_id = $8::uuid)
order by alike desc, o.known_at_ms, o.known_id
limit $9::integer
