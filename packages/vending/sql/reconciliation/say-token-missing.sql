-- Open lines whose vend was tried and got no token: $1 utility, $2 source.
update reconciliation_item i
set reason = 'token_missing'
from statement_line l
where i.utility_id = $1::uuid and i.source_id = $2::uuid and i.resolved_at_ms is null
  and i.class = 'paid_no_vend' and i.reason = 'no_vend'
  and l.utility_id = i.utility_id and l.file_id = i.file_id and l.line_number = i.line_number
  and exists (select from observed_payment o
    where o.utility_id = l.utility_id and o.source_id = l.source_id
      and o.known_kind = 'vend' and not o.has_token
      and (o.known_id = l.named_id or o.reference = l.external_id))
