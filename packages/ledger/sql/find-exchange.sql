select exchanged_at_ms, from_ledger_id, from_entry_id, from_minor, to_ledger_id, to_entry_id,
  to_minor
from exchange where utility_id = $1::uuid and exchange_id = $2::uuid
