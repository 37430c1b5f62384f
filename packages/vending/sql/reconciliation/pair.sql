-- One pass of pairing: $1 utility, $2 source, $3 pass, $4 window in milliseconds, $5 run, $6 when,
-- $7 by whom. The first two passes go by an id, where the first of several wins; the others go by a
-- reference, where whatever is not the only one on both sides is left to a person. Answers how many
-- pairs there are now of each class.
with candidate as (
  select c.*, ki.item_id as known_item_id,
    row_number() over of_line as nth_of_line, lead(true) over of_line as line_has_more
  from reconciliation_candidate c
  left join reconciliation_item ki on ki.utility_id = c.utility_id and ki.source_id = c.source_id
    and ki.known_kind = c.known_kind and ki.known_id = c.known_id
  where c.utility_id = $1::uuid and c.source_id = $2::uuid and c.pass = $3::integer
    and (ki.item_id is null
      or (ki.file_id is null and ki.resolved_at_ms is null and c.item_id is null))
    and ($3::integer < 3 or c.known_at_ms
      between c.occurred_at_ms - $4::bigint and c.occurred_until_ms + $4::bigint)
  window of_line as (partition by c.file_id, c.line_number
    order by c.known_kind desc, c.known_at_ms, c.known_id)
),
ranked as (
  select k.*, row_number() over of_known as nth_of_known, lead(true) over of_known as known_has_more
  from candidate k
  where $3::integer >= 3 or k.nth_of_line = 1
  window of_known as (partition by k.known_kind, k.known_id
    order by k.imported_at_ms, k.file_id, k.line_number)
),
pair as materialized (
  select r.*,
    case when r.gross_minor <> r.known_minor or r.fee_minor <> r.fee_expected_minor
      then 'differs' else 'matched' end as class,
    case when r.gross_minor <> r.known_minor then 'money'
      when r.fee_minor <> r.fee_expected_minor then 'fee'
      else (array['external_id', 'named_id', 'reference', 'reference'])[$3::integer]
    end as reason,
    case when r.gross_minor <> r.known_minor then r.gross_minor - r.known_minor
      else coalesce(r.fee_minor - r.fee_expected_minor, 0) end as difference_minor
  from ranked r
  where r.nth_of_known = 1
    and ($3::integer < 3
      or (r.nth_of_line = 1 and r.line_has_more is null and r.known_has_more is null))
),
of_open_line as (
  update reconciliation_item i
  set class = p.class, reason = p.reason, known_kind = p.known_kind, known_id = p.known_id,
    difference_minor = p.difference_minor,
    resolved_at_ms = case when p.class = 'matched' then $6::bigint end,
    resolution = case when p.class = 'matched' then 'matched' end
  from pair p
  where p.item_id is not null and i.utility_id = $1::uuid and i.item_id = p.item_id
  returning i.item_id, 'paid_no_vend' as class_before, i.class
),
of_open_known as (
  update reconciliation_item i
  set class = p.class, reason = p.reason, file_id = p.file_id, line_number = p.line_number,
    item_minor = p.gross_minor, difference_minor = p.difference_minor,
    resolved_at_ms = case when p.class = 'matched' then $6::bigint end,
    resolution = case when p.class = 'matched' then 'matched' end
  from pair p
  where p.item_id is null and p.known_item_id is not null and i.utility_id = $1::uuid
    and i.item_id = p.known_item_id
  returning i.item_id, 'vend_no_pay' as class_before, i.class
),
told as (
  insert into reconciliation_event (utility_id, item_id, action_id, action, class_before,
    class_after, details, done_by, done_at_ms)
  select $1::uuid, c.item_id, $5::uuid, 'found_partner', c.class_before, c.class, '{}'::jsonb,
    $7::text, $6::bigint
  from (select * from of_open_line union all select * from of_open_known) c
),
of_new as (
  insert into reconciliation_item (utility_id, item_id, source_id, class, reason, file_id,
    line_number, known_kind, known_id, item_minor, difference_minor, occurred_at_ms,
    first_seen_at_ms, resolved_at_ms, resolution)
  select $1::uuid, p.line_id, $2::uuid, p.class, p.reason, p.file_id, p.line_number, p.known_kind,
    p.known_id, p.gross_minor, p.difference_minor, p.occurred_at_ms, $6::bigint,
    case when p.class = 'matched' then $6::bigint end,
    case when p.class = 'matched' then 'matched' end
  from pair p
  where p.item_id is null and p.known_item_id is null
  returning class
)
select class, count(*) as items
from (select class from pair) c
group by class
