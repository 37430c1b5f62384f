-- $1 utility, $2 component or null, $3 month or null, $4 how many.
select component_id, month, revision, price_e4_minor, published_by, published_at_ms, approved_by,
  approved_at_ms
from published_value
where utility_id = $1::uuid and ($2::text is null or component_id = $2::text)
  and ($3::integer is null or month = $3::integer)
order by month desc, component_id, revision desc limit $4::integer
