-- The published price of each component that is in force: $1 utility, $2 month, $3 now.
select distinct on (component_id) component_id, month, price_e4_minor
from published_value
where utility_id = $1::uuid and month <= $2::integer and approved_at_ms <= $3::bigint
order by component_id, month desc, revision desc
