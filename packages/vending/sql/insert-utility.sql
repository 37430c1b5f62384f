insert into utility (utility_id, name, ledger_id, currency_symbol, time_zone, demo, created_at_ms)
values ($1::uuid, $2::text, $3::uuid, $4::text, $5::text, $6::boolean, $7::bigint)
