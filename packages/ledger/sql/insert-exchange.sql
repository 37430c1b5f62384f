insert into exchange (utility_id, exchange_id, exchanged_at_ms, from_ledger_id, from_entry_id,
  from_minor, to_ledger_id, to_entry_id, to_minor)
values ($1::uuid, $2::uuid, $3::bigint, $4::uuid, $5::uuid, $6::bigint, $7::uuid, $8::uuid,
  $9::bigint)
