-- What an account is in the books of a utility, and what it is summed under in reports; and money
-- changed from one currency into another.

alter table account
  add column kind text,
  add column account_group text check (account_group <> '');

alter table account disable trigger account_append_only;
update account
set kind = case
    when code = 'energy_sales' then 'income'
    when normal_side = 'debit' then 'asset'
    else 'liability' end,
  account_group = case
    when code like 'vendor\_float:%' then 'vendor_float'
    when code = 'vat_payable' then 'taxes_payable' end;
alter table account enable trigger account_append_only;

alter table account
  alter column kind set not null,
  add constraint account_kind_known
    check (kind in ('asset', 'liability', 'income', 'expense', 'equity'));

-- Two entries in two ledgers that belong together. The rate is the two amounts and nothing else.
create table exchange (
  utility_id uuid not null,
  exchange_id uuid not null,
  exchanged_at_ms bigint not null,
  from_ledger_id uuid not null,
  from_entry_id uuid not null,
  from_minor bigint not null check (from_minor > 0),
  to_ledger_id uuid not null,
  to_entry_id uuid not null,
  to_minor bigint not null check (to_minor > 0),
  primary key (utility_id, exchange_id),
  foreign key (utility_id, from_ledger_id) references ledger (utility_id, ledger_id),
  foreign key (utility_id, to_ledger_id) references ledger (utility_id, ledger_id),
  constraint exchange_of_two_ledgers check (from_ledger_id <> to_ledger_id)
);
create index exchange_from on exchange (utility_id, from_ledger_id);
create index exchange_to on exchange (utility_id, to_ledger_id);
create trigger exchange_append_only before update or delete or truncate on exchange
  for each statement execute function ledger_refuse_change();
