-- $1 utility, $2 hash, $3 user, $4 when, $5 when a strong factor was shown, or null.
insert into staff_session (utility_id, session_hash, user_id, opened_at_ms, last_seen_at_ms,
  strong_at_ms)
values ($1::uuid, $2::bytea, $3::uuid, $4::bigint, $4::bigint, $5::bigint)
