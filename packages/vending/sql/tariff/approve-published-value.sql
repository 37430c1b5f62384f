-- $1 utility, $2 component, $3 month, $4 revision, $5 by whom, $6 when, $7 approval or null.
update published_value
set approved_by = $5::text, approved_at_ms = $6::bigint, approval_id = $7::uuid
where utility_id = $1::uuid and component_id = $2::text and month = $3::integer
  and revision = $4::integer and approved_by is null
