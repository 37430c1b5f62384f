-- The tariffs that may be agreed upon, by the name of the version in force: $1 utility, $2 now.
select distinct on (tariff_id) tariff_id, name from tariff_version
where utility_id = $1::uuid and state = 'approved' and effective_from_ms <= $2::bigint
order by tariff_id, effective_from_ms desc
