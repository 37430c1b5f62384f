-- Items with both their sides, newest first: $1 utility, $2 source or null, $3 classes or null,
-- $4 open, settled or null for both, $5 and $6 the moment and id before which the page begins,
-- $7 how many, $8 the one item asked for or null.
select i.item_id, i.source_id, i.class, i.reason, i.item_minor, i.difference_minor,
  i.occurred_at_ms, i.first_seen_at_ms, i.resolved_at_ms, i.resolution, i.note, i.wish,
  i.wish_reference, i.absorbed_into,
  l.file_id, l.line_number, l.external_id, l.reference as line_reference,
  l.meter_number as line_meter_number, l.payer, l.line_minor, l.fee_minor, l.gross_minor,
  l.fee_expected_minor, l.value_date::text, l.booked_at_ms,
  o.known_kind, o.known_id, o.reference as known_reference,
  o.meter_number as known_meter_number, o.vendor_id, o.known_minor, o.known_at_ms, o.has_token
from (
  select * from reconciliation_item
  where utility_id = $1::uuid and ($2::uuid is null or source_id = $2::uuid)
    and ($3::text[] is null or class = any ($3::text[]))
    and ($4::boolean is null or (resolved_at_ms is null) = $4::boolean)
    and (occurred_at_ms, item_id) < ($5::bigint, $6::uuid)
    and (item_id = $8::uuid or ($8::uuid is null and absorbed_into is null))
  order by occurred_at_ms desc, item_id desc
  limit $7::integer
) i
left join statement_line l on l.utility_id = i.utility_id and l.file_id = i.file_id
  and l.line_number = i.line_number
left join observed_payment o on o.utility_id = i.utility_id and o.source_id = i.source_id
  and o.known_kind = i.known_kind and o.known_id = i.known_id
order by i.occurred_at_ms desc, i.item_id desc
