-- One order: $1 utility, $2 id.
select a.approval_id, a.kind, a.subject::text as subject, a.order_hash, a.summary,
  a.document_reference, a.reason, a.requested_by, r.sign_in_name as requested_by_name,
  a.requested_at_ms, a.expires_at_ms, a.state, a.decided_by, d.sign_in_name as decided_by_name,
  a.decided_at_ms, a.decision_reason
from approval a
join staff_user r on r.utility_id = a.utility_id and r.user_id = a.requested_by
left join staff_user d on d.utility_id = a.utility_id and d.user_id = a.decided_by
where a.utility_id = $1::uuid and a.approval_id = $2::uuid
