with made as (
  insert into ledger (utility_id, ledger_id, currency_code, decimal_places)
  values ($1::uuid, $2::uuid, $3::text, $4::smallint)
  returning utility_id, ledger_id
)
insert into ledger_seal (utility_id, ledger_id, closed_to_ms)
select utility_id, ledger_id, 0 from made
