insert into shift (utility_id, shift_id, vendor_id, operator_id, opened_at_ms, cash_float_minor)
values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::bigint, $6::bigint)
