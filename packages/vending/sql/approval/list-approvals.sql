-- Orders, newest first: $1 utility, $2 kinds, $3 state or null, $4 the moment it is now, $5 and $6 the
-- moment and id before which the page begins, $7 how many. An open order whose time has passed counts
-- as expired, whether or not anybody has tried to decide it since.
select a.approval_id, a.kind, a.subject::text as subject, a.order_hash, a.summary,
  a.document_reference, a.reason, a.requested_by, r.sign_in_name as requested_by_name,
  a.requested_at_ms, a.expires_at_ms, a.state, a.decided_by, d.sign_in_name as decided_by_name,
  a.decided_at_ms, a.decision_reason
from approval a
join staff_user r on r.utility_id = a.utility_id and r.user_id = a.requested_by
left join staff_user d on d.utility_id = a.utility_id and d.user_id = a.decided_by
where a.utility_id = $1::uuid and a.kind = any ($2::text[])
  and ($3::text is null or $3::text = case
    when a.state = 'requested' and a.expires_at_ms <= $4::bigint then 'expired' else a.state end)
  and (a.requested_at_ms, a.approval_id) < ($5::bigint, $6::uuid)
order by a.requested_at_ms desc, a.approval_id desc limit $7::integer
