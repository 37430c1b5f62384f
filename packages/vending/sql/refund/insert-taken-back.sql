-- What was taken back of a vend: $1 utility, $2 deed, $3 vend, $4 its month, $5 when, $6 the month of
-- that, $7 money, $8 energy, $9 free units, $10 whether it was all of it, $11 lines.
insert into vend_taken_back (utility_id, deed_id, vend_id, vend_month, taken_at_ms, month,
  tendered_minor, energy_tenth_kwh, free_tenth_kwh, is_whole, lines)
values ($1::uuid, $2::uuid, $3::uuid, $4::integer, $5::bigint, $6::integer, $7::bigint, $8::integer,
  $9::integer, $10::boolean, $11::json)
