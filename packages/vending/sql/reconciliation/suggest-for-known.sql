-- Lines that may belong to a known payment: $1 utility, $2 source, $3 meter number, $4 money,
-- $5 and $6 the span, $7 references, $8 its id, $9 how many.
select i.item_id, 'line' as kind, l.line_id as id, coalesce(l.external_id, l.reference) as reference,
  l.meter_number, l.gross_minor as money_minor, l.occurred_at_ms as at_ms, false as has_token,
  (l.gross_minor = $4::bigint)::integer + (l.meter_number is not distinct from $3::text)::integer
    + (coalesce(l.external_id = any ($7::text[]), false)
      or coalesce(l.reference = any ($7::text[]), false))::integer as alike
from reconciliation_item i
join statement_line l on l.utility_id = i.utility_id and l.file_id = i.file_id
  and l.line_number = i.line_number
where i.utility_id = $1::uuid and i.source_id = $2::uuid and i.resolved_at_ms is null
  and i.class in ('paid_no_vend', 'duplicate') and i.known_id is null
  and i.occurred_at_ms between $5::bigint and $6::bigint
  and ((l.meter_number = $3::text and l.gross_minor = $4::bigint)
    or l.external_id = any ($7::text[]) or l.reference = any ($7::text[]) or l.named_id = $8::uuid)
order by alike desc, l.occurred_at_ms, l.line_id
limit $9::integer
