select supply_group_code, key_revision_number, dkga from vending_key where utility_id = $1::uuid
