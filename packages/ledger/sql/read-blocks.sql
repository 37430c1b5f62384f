-- $1 utility, $2 ledger, $3 after which block, $4 how many.
select block_number, format, from_ms, to_ms, entry_count, debit_minor::text as debit_minor,
  previous_hash, entries_hash, hash, entry_marks
from ledger_block
where utility_id = $1::uuid and ledger_id = $2::uuid and block_number > $3::bigint
order by block_number limit $4::integer
