insert into account (utility_id, account_id, ledger_id, code, name, normal_side)
values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text)
