insert into ledger (utility_id, ledger_id, currency_code, decimal_places)
values ($1::uuid, $2::uuid, $3::text, $4::smallint)
