select dkga from vending_key
where utility_id = $1::uuid and supply_group_code = $2::text and key_revision_number = $3::smallint
