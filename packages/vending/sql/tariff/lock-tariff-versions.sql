-- The versions of one tariff, locked, so that two approvals see each other: $1 utility, $2 tariff.
select tariff_id, version, name, record, effective_from_ms, state, drafted_by, drafted_at_ms,
  approved_by, approved_at_ms, approval_id
from tariff_version
where utility_id = $1::uuid and tariff_id = $2::uuid
order by version for no key update
