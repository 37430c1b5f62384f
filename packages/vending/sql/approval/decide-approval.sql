-- $1 utility, $2 id, $3 the new state, $4 who or null, $5 when, $6 why or null.
update approval set state = $3::text, decided_by = $4::uuid, decided_at_ms = $5::bigint,
  decision_reason = $6::text
where utility_id = $1::uuid and approval_id = $2::uuid and state = 'requested'
