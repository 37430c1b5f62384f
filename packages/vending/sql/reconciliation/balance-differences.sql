-- By what the statements differ from the known payments at a moment, by what is said of each item:
-- $1 utility, $2 source, $3 the moment. Lines that no run has looked at are differences too.
select case when d.file_id is not null and d.known_id is not null
    and (d.line_minor is null or d.known_minor is null) then 'under_way' else d.class end as class,
  case when d.file_id is not null and d.known_id is not null
    and (d.line_minor is null or d.known_minor is null) then 'other_side_later'
    else d.reason end as reason,
  d.resolution, count(*) as items,
  sum(coalesce(d.line_minor, 0) - coalesce(d.known_minor, 0))::text as difference_minor
from (
  select i.class, i.reason, i.resolution, i.file_id, i.known_id,
    case when l.occurred_at_ms <= $3::bigint and not l.repeats then l.gross_minor end as line_minor,
    case when o.known_at_ms <= $3::bigint then o.known_minor end as known_minor
  from reconciliation_item i
  left join statement_line l on l.utility_id = i.utility_id and l.file_id = i.file_id
    and l.line_number = i.line_number
  left join observed_payment o on o.utility_id = i.utility_id and o.source_id = i.source_id
    and o.known_kind = i.known_kind and o.known_id = i.known_id
  where i.utility_id = $1::uuid and i.source_id = $2::uuid and i.absorbed_into is null
  union all
  select 'not_reconciled', 'no_run', null, l.file_id, null, l.gross_minor, null
  from statement_file f
  join statement_line l on l.utility_id = f.utility_id and l.file_id = f.file_id
  where f.utility_id = $1::uuid and f.source_id = $2::uuid and f.first_run_id is null
    and not l.repeats and l.occurred_at_ms <= $3::bigint
) d
where coalesce(d.line_minor, 0) <> coalesce(d.known_minor, 0)
group by 1, 2, 3
order by 1, 2, 3
