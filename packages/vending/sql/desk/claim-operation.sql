-- Takes an id for a deed; nothing is written when it was taken before, which a second one that
-- comes at the same time waits to see: $1 utility, $2 operation, $3 kind, $4 hash of the request,
-- $5 by whom, $6 when.
insert into desk_operation
  (utility_id, operation_id, kind, request_hash, done_by, done_at_ms, outcome)
values ($1::uuid, $2::uuid, $3::text, $4::bytea, $5::text, $6::bigint, '{}')
on conflict (utility_id, operation_id) do nothing
