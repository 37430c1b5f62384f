-- Items for the known payments that no pass has paired: $1 utility, $2 source, $3 run, $4 when. A
-- vend without its token gave nothing away, so nothing is missing.
with made as (
  insert into reconciliation_item (utility_id, item_id, source_id, class, reason, known_kind,
    known_id, item_minor, difference_minor, occurred_at_ms, first_seen_at_ms)
  select $1::uuid, o.item_id, $2::uuid,
    case when o.repeats then 'duplicate' else 'vend_no_pay' end,
    case when o.repeats then 'payment_used_twice' else 'no_payment' end,
    o.known_kind, o.known_id, o.known_minor, 0, o.known_at_ms, $4::bigint
  from observed_payment o
  left join reconciliation_item i on i.utility_id = o.utility_id and i.source_id = o.source_id
    and i.known_kind = o.known_kind and i.known_id = o.known_id
  where o.utility_id = $1::uuid and o.source_id = $2::uuid and o.changed_run_id = $3::uuid
    and (o.has_token or o.known_kind = 'deposit') and i.item_id is null
  returning class
)
select class, count(*) as items from made group by class
