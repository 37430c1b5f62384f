-- Closes a ledger up to an instant: $1 utility, $2 ledger, $3 the instant, $4 also when nothing was
-- posted since it was closed last. Waits for the transactions that are posting; those that come
-- afterwards post at a later instant. Answers until when it is closed now.
with moved as (
  update ledger_seal s set closed_to_ms = $3::bigint
  where s.utility_id = $1::uuid and s.ledger_id = $2::uuid and s.closed_to_ms < $3::bigint
    and ($4::boolean or exists (
      select from entry e where e.utility_id = $1::uuid and e.ledger_id = $2::uuid
        and e.posted_at_ms > s.closed_to_ms and e.posted_at_ms <= $3::bigint))
  returning closed_to_ms
)
select coalesce((select closed_to_ms from moved), (select closed_to_ms from ledger_seal
  where utility_id = $1::uuid and ledger_id = $2::uuid)) as closed_to_ms
