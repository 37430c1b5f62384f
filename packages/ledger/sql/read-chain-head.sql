-- $1 utility, $2 ledger.
select s.closed_to_ms, b.block_number, b.to_ms, encode(b.hash, 'hex') as hash
from ledger_seal s
left join lateral (
  select block_number, to_ms, hash from ledger_block
  where utility_id = s.utility_id and ledger_id = s.ledger_id
  order by block_number desc limit 1) as b on true
where s.utility_id = $1::uuid and s.ledger_id = $2::uuid
