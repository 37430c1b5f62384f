-- Events in their order: $1 utility, $2 after this sequence, $3 how many.
select e.sequence, e.happened_at_ms, e.actor_kind, e.actor_id, e.address, e.what, e.subject_kind,
  e.subject_id, e.details::text as details, e.previous_hash, e.hash, null as actor_name
from audit_event e
where e.utility_id = $1::uuid and e.sequence > $2::bigint
order by e.sequence limit $3::integer
