-- What is closed is hashed in blocks, each with the hash of the one before (invariant A1), and
-- summed by accounting days. Both are written long after the entries, in transactions of their own.

create table ledger_block (
  utility_id uuid not null,
  ledger_id uuid not null,
  block_number bigint not null check (block_number > 0),
  -- Which octets were hashed how: packages/ledger/README.md.
  format smallint not null check (format = 1),
  -- The entries with from_ms < posted_at_ms <= to_ms.
  from_ms bigint not null check (from_ms >= 0),
  to_ms bigint not null,
  entry_count bigint not null check (entry_count >= 0),
  debit_minor numeric(40, 0) not null check (debit_minor >= 0),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  entries_hash bytea not null check (octet_length(entries_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  -- The first four octets of each entry's hash, in their order: they tell which entry it is when the
  -- hash of them all differs.
  entry_marks bytea not null,
  primary key (utility_id, ledger_id, block_number),
  unique (utility_id, ledger_id, from_ms),
  foreign key (utility_id, ledger_id) references ledger (utility_id, ledger_id),
  constraint ledger_block_span check (to_ms > from_ms),
  constraint ledger_block_marks check (octet_length(entry_marks) = 4 * entry_count)
);
alter table ledger_block alter column entry_marks set storage external;
create trigger ledger_block_append_only before update or delete or truncate on ledger_block
  for each statement execute function ledger_refuse_change();

-- An accounting day, written once when it is over and closed. Days follow each other without a gap:
-- each begins where the one before ends, whatever becomes of the time zone.
create table ledger_day (
  utility_id uuid not null,
  ledger_id uuid not null,
  day date not null,
  from_ms bigint not null,
  to_ms bigint not null,
  entry_count bigint not null check (entry_count >= 0),
  primary key (utility_id, ledger_id, day),
  unique (utility_id, ledger_id, to_ms),
  foreign key (utility_id, ledger_id) references ledger (utility_id, ledger_id),
  constraint ledger_day_span check (to_ms > from_ms)
);
create trigger ledger_day_append_only before update or delete or truncate on ledger_day
  for each statement execute function ledger_refuse_change();

-- What an account moved on a day, and all it had moved by the end of it. There is a row for a day
-- on which the account moved: the balance on any day is the total of the last row up to it.
create table account_day (
  utility_id uuid not null,
  account_id uuid not null,
  day date not null,
  debit_minor numeric(40, 0) not null check (debit_minor >= 0),
  credit_minor numeric(40, 0) not null check (credit_minor >= 0),
  posting_count bigint not null check (posting_count > 0),
  debit_total_minor numeric(40, 0) not null,
  credit_total_minor numeric(40, 0) not null,
  primary key (utility_id, account_id, day),
  foreign key (utility_id, account_id) references account (utility_id, account_id)
);
create trigger account_day_append_only before update or delete or truncate on account_day
  for each statement execute function ledger_refuse_change();
