-- A draft: $1 utility, $2 tariff, $3 version, $4 name, $5 record, $6 effective from, $7 by whom,
-- $8 when.
insert into tariff_version (utility_id, tariff_id, version, name, record, effective_from_ms, state,
  drafted_by, drafted_at_ms)
values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::jsonb, $6::bigint, 'draft', $7::text,
  $8::bigint)
