-- The tariffs that may be agreed upon, by the name of their latest version: $1 utility, $2 now.
select distinct on (tariff_id) tariff_id, name from tariff
where utility_id = $1::uuid and effective_from_ms <= $2::bigint
order by tariff_id, version desc
