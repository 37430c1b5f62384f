-- Refunds with their approvals, newest first: $1 utility, $2 one refund or null, $3 vend or null,
-- $4 state or null, $5 and $6 the moment and id the page begins behind, $7 how many.
select f.refund_id, f.vend_id, f.requested_at_ms, f.resolved_at_ms, f.refund_minor,
  f.unused_tenth_kwh, f.debt_id, f.proof_order_id, f.proof, f.proof_reference, f.money_to, f.state,
  p.reason, r.sign_in_name as requested_by_name, d.sign_in_name as decided_by_name
from refund f
join approval p on p.utility_id = f.utility_id and p.approval_id = f.refund_id
join staff_user r on r.utility_id = p.utility_id and r.user_id = p.requested_by
left join staff_user d on d.utility_id = p.utility_id and d.user_id = p.decided_by
where f.utility_id = $1::uuid and ($2::uuid is null or f.refund_id = $2::uuid)
  and ($3::uuid is null or f.vend_id = $3::uuid)
  and ($4::text is null or f.state = $4::text)
  and (f.requested_at_ms, f.refund_id) < ($5::bigint, $6::uuid)
order by f.requested_at_ms desc, f.refund_id desc limit $7::integer
