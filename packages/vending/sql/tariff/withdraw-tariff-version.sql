-- $1 utility, $2 tariff, $3 version.
update tariff_version set state = 'withdrawn'
where utility_id = $1::uuid and tariff_id = $2::uuid and version = $3::integer and state = 'draft'
