-- An open order: $1 utility, $2 id, $3 kind, $4 subject, $5 hash, $6 summary, $7 document or null,
-- $8 reason, $9 who asks, $10 when, $11 until when. Nothing is inserted when the id is taken.
insert into approval (utility_id, approval_id, kind, subject, order_hash, summary,
  document_reference, reason, requested_by, requested_at_ms, expires_at_ms, state)
values ($1::uuid, $2::uuid, $3::text, $4::jsonb, $5::bytea, $6::text, $7::text, $8::text, $9::uuid,
  $10::bigint, $11::bigint, 'requested')
on conflict (utility_id, approval_id) do nothing
