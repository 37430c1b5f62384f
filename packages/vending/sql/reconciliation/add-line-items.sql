-- Items for the lines that no pass has paired, of files that no run has looked at: $1 utility,
-- $2 source, $3 when.
with made as (
  insert into reconciliation_item (utility_id, item_id, source_id, class, reason, file_id,
    line_number, item_minor, difference_minor, occurred_at_ms, first_seen_at_ms)
  select $1::uuid, l.line_id, $2::uuid,
    case when l.repeats or (l.line_minor > 0 and paid.item_id is not null)
      then 'duplicate' else 'paid_no_vend' end,
    case when l.repeats then 'line_repeated'
      when l.line_minor < 0 then 'money_went_out'
      when paid.item_id is not null then 'paid_twice'
      else 'no_vend' end,
    l.file_id, l.line_number, l.gross_minor, 0, l.occurred_at_ms, $3::bigint
  from statement_file f
  join statement_line l on l.utility_id = f.utility_id and l.file_id = f.file_id
  left join reconciliation_item i on i.utility_id = l.utility_id and i.file_id = l.file_id
    and i.line_number = l.line_number
  left join lateral (
    select p.item_id from reconciliation_item p
    where l.named_id is not null and p.utility_id = l.utility_id and p.source_id = l.source_id
      and p.known_kind in ('vend', 'deposit') and p.known_id = l.named_id and p.file_id is not null
    limit 1
  ) paid on true
  where f.utility_id = $1::uuid and f.source_id = $2::uuid and f.first_run_id is null
    and i.item_id is null
  returning class
)
select class, count(*) as items from made group by class
