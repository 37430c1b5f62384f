select action_id, action, class_before, class_after, details, done_by, done_at_ms
from reconciliation_event
where utility_id = $1::uuid and item_id = $2::uuid
order by done_at_ms, action_id
