-- Events, newest first: $1 utility, $2 before this sequence, $3 what begins with this or null, $4 actor
-- or null, $5 and $6 kind and id of the subject or null, $7 not before or null, $8 before or null,
-- $9 how many.
select e.sequence, e.happened_at_ms, e.actor_kind, e.actor_id, e.address, e.what, e.subject_kind,
  e.subject_id, e.details::text as details, e.previous_hash, e.hash,
  coalesce(u.sign_in_name, k.name) as actor_name
from audit_event e
left join staff_user u on u.utility_id = e.utility_id and u.user_id = e.actor_id
left join api_key k on k.utility_id = e.utility_id and k.api_key_id = e.actor_id
where e.utility_id = $1::uuid and e.sequence < $2::bigint
  and ($3::text is null or starts_with(e.what, $3::text))
  and ($4::uuid is null or e.actor_id = $4::uuid)
  and ($5::text is null or e.subject_kind = $5::text)
  and ($6::text is null or e.subject_id = $6::text)
  and ($7::bigint is null or e.happened_at_ms >= $7::bigint)
  and ($8::bigint is null or e.happened_at_ms < $8::bigint)
order by e.sequence desc limit $9::integer
