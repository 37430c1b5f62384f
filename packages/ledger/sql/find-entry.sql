select e.entry_id, e.kind, e.posted_at_ms, p.position, p.account_id, p.posting_minor
from entry e join posting p on p.utility_id = e.utility_id and p.entry_id = e.entry_id
where e.utility_id = $1::uuid and e.entry_id = $2::uuid
order by p.position
