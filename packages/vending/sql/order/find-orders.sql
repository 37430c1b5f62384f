-- Orders with their approvals, newest first: $1 utility, $2 one order or null, $3 meter or null,
-- $4 state or null, $5 and $6 the moment and id the page begins behind, $7 how many.
select o.order_id, o.kind, o.meter_number, o.reason_code, o.state, o.refusal, o.contents, o.vend_id,
  o.source_id, o.requested_at_ms, o.resolved_at_ms, p.reason, p.document_reference,
  p.state as approval_state, p.requested_by, r.sign_in_name as requested_by_name, p.decided_by,
  d.sign_in_name as decided_by_name
from token_order o
join approval p on p.utility_id = o.utility_id and p.approval_id = o.order_id
join staff_user r on r.utility_id = p.utility_id and r.user_id = p.requested_by
left join staff_user d on d.utility_id = p.utility_id and d.user_id = p.decided_by
where o.utility_id = $1::uuid and ($2::uuid is null or o.order_id = $2::uuid)
  and ($3::text is null or o.meter_number = $3::text)
  and ($4::text is null or o.state = $4::text)
  and (o.requested_at_ms, o.order_id) < ($5::bigint, $6::uuid)
order by o.requested_at_ms desc, o.order_id desc limit $7::integer
