-- Versions of all tariffs, or of one: $1 utility, $2 tariff or null.
select tariff_id, version, name, record, effective_from_ms, state, drafted_by, drafted_at_ms,
  approved_by, approved_at_ms, approval_id
from tariff_version
where utility_id = $1::uuid and ($2::uuid is null or tariff_id = $2::uuid)
order by name, tariff_id, version
