insert into account_payment_reversal
  (utility_id, payment_id, reversal_id, reason, reversed_by, reversed_at_ms)
values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::bigint)
