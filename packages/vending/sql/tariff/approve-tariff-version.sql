-- $1 utility, $2 tariff, $3 version, $4 by whom, $5 when, $6 approval or null.
update tariff_version
set state = 'approved', approved_by = $4::text, approved_at_ms = $5::bigint, approval_id = $6::uuid
where utility_id = $1::uuid and tariff_id = $2::uuid and version = $3::integer and state = 'draft'
