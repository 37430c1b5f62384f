-- One event and the new end of the chain: $1 utility, $2 sequence, $3 when, $4 and $5 kind and id of
-- the actor, $6 address, $7 what, $8 and $9 kind and id of the subject, $10 details, $11 hash of the
-- event before, $12 hash.
with added as (
  insert into audit_event (utility_id, sequence, happened_at_ms, actor_kind, actor_id, address, what,
    subject_kind, subject_id, details, previous_hash, hash)
  values ($1::uuid, $2::bigint, $3::bigint, $4::text, $5::uuid, $6::text, $7::text, $8::text,
    $9::text, $10::jsonb, $11::bytea, $12::bytea)
  returning utility_id, sequence, hash
)
update audit_head h set sequence = a.sequence, hash = a.hash
from added a where h.utility_id = a.utility_id and h.sequence = a.sequence - 1
