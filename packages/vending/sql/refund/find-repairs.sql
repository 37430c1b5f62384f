-- Repairs with their approvals, newest first: $1 utility, $2 one repair or null, $3 vend or null,
-- $4 state or null, $5 and $6 the moment and id the page begins behind, $7 how many.
select w.repair_id, w.vend_id, w.requested_at_ms, w.resolved_at_ms, w.new_vend_id, w.attempt,
  w.to_meter_number, w.statement, w.display_code, w.state, w.refusal, p.reason,
  r.sign_in_name as requested_by_name, d.sign_in_name as decided_by_name
from wrong_meter_repair w
join approval p on p.utility_id = w.utility_id and p.approval_id = w.repair_id
join staff_user r on r.utility_id = p.utility_id and r.user_id = p.requested_by
left join staff_user d on d.utility_id = p.utility_id and d.user_id = p.decided_by
where w.utility_id = $1::uuid and ($2::uuid is null or w.repair_id = $2::uuid)
  and ($3::uuid is null or w.vend_id = $3::uuid)
  and ($4::text is null or w.state = $4::text)
  and (w.requested_at_ms, w.repair_id) < ($5::bigint, $6::uuid)
order by w.requested_at_ms desc, w.repair_id desc limit $7::integer
