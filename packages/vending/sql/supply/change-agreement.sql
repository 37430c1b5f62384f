-- Writes the next revision of a locked agreement and keeps the one before: $1 utility,
-- $2 agreement, $3 tariff, $4 exemptions, $5 entitlements, $6 when it ended or null, $7 now,
-- $8 by whom.
with kept as (
  insert into agreement_change
    (utility_id, agreement_id, revision, changed_at_ms, changed_by, before)
  select utility_id, agreement_id, revision + 1, $7::bigint, $8::text,
    jsonb_build_object('tariff_id', tariff_id, 'exemptions', to_jsonb(exemptions),
      'entitlements', to_jsonb(entitlements), 'ended_at_ms', ended_at_ms)
  from agreement where utility_id = $1::uuid and agreement_id = $2::uuid
)
update agreement
set tariff_id = $3::uuid, exemptions = $4::text[], entitlements = $5::text[],
  ended_at_ms = $6::bigint, revision = revision + 1
where utility_id = $1::uuid and agreement_id = $2::uuid
