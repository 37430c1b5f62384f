-- The ledger: accounts, entries made of postings, and money set aside.
-- A posting is signed: a debit is positive, a credit is negative, so "balanced" is "sums to zero".
-- utility_id stands first in every key, so that a utility can live on one shard.

create table ledger (
  utility_id uuid not null,
  ledger_id uuid not null,
  currency_code text not null check (currency_code ~ '^[A-Z]{3}$'),
  decimal_places smallint not null check (decimal_places between 0 and 4),
  primary key (utility_id, ledger_id)
);

create table account (
  utility_id uuid not null,
  account_id uuid not null,
  ledger_id uuid not null,
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  normal_side text not null check (normal_side in ('debit', 'credit')),
  primary key (utility_id, account_id),
  unique (utility_id, ledger_id, code),
  foreign key (utility_id, ledger_id) references ledger (utility_id, ledger_id)
);

create table entry (
  utility_id uuid not null,
  entry_id uuid not null,
  ledger_id uuid not null,
  kind text not null check (kind in ('sale', 'deposit')),
  posted_at_ms bigint not null,
  primary key (utility_id, entry_id)
);

create table posting (
  utility_id uuid not null,
  entry_id uuid not null,
  position smallint not null check (position >= 0),
  account_id uuid not null,
  posting_minor bigint not null check (posting_minor <> 0),
  primary key (utility_id, entry_id, position)
);
create index posting_account on posting (utility_id, account_id);

-- The limit of an account that may not be overdrawn. The row exists because it is a limit: a
-- balance is otherwise a sum of postings, since one balance row for all would be a hot spot.
-- available = posted - reserved, and it may not fall below the floor: invariant L2.
create table account_limit (
  utility_id uuid not null,
  account_id uuid not null,
  posted_minor bigint not null,
  reserved_minor bigint not null check (reserved_minor >= 0),
  floor_minor bigint not null,
  primary key (utility_id, account_id),
  foreign key (utility_id, account_id) references account (utility_id, account_id),
  constraint account_limit_floor check (posted_minor - reserved_minor >= floor_minor)
) with (fillfactor = 50);

-- Money set aside and not yet resolved. Resolving removes the row: by an entry of the same id
-- (posted) or by a row in reservation_void of the same id (voided), never by both: invariant L4.
create table reservation (
  utility_id uuid not null,
  reservation_id uuid not null,
  account_id uuid not null,
  reserved_minor bigint not null check (reserved_minor > 0),
  reserved_at_ms bigint not null,
  primary key (utility_id, reservation_id)
);

create table reservation_void (
  utility_id uuid not null,
  reservation_id uuid not null,
  account_id uuid not null,
  reserved_minor bigint not null check (reserved_minor > 0),
  voided_at_ms bigint not null,
  reason text not null check (reason <> ''),
  primary key (utility_id, reservation_id)
);

-- Raises a refusal of the ledger from inside a statement, so that a batch whose COMMIT is already
-- on its way is rolled back.
create function ledger_refuse(message text) returns boolean
language plpgsql as $$
begin
  raise exception using errcode = 'WVL01', message = message;
end
$$;

create function ledger_refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception using errcode = 'WVL02',
    message = format('%s is append-only: a mistake is corrected by a new entry', tg_table_name);
end
$$;

create trigger entry_append_only before update or delete or truncate on entry
  for each statement execute function ledger_refuse_change();
create trigger posting_append_only before update or delete or truncate on posting
  for each statement execute function ledger_refuse_change();
create trigger reservation_void_append_only before update or delete or truncate on reservation_void
  for each statement execute function ledger_refuse_change();
create trigger account_append_only before update or delete or truncate on account
  for each statement execute function ledger_refuse_change();

-- One check for a whole statement instead of a foreign key's check for each row: a batch posts
-- hundreds of rows and the row-by-row form halves the throughput (decision 0003). Sound because
-- accounts and entries can never be removed.
create function posting_check() returns trigger
language plpgsql as $$
declare
  wrong uuid;
begin
  select p.entry_id into wrong
  from inserted p group by p.utility_id, p.entry_id having sum(p.posting_minor) <> 0 limit 1;
  if found then
    raise exception using errcode = 'WVL03', message = format('entry %s does not balance', wrong);
  end if;
  select p.entry_id into wrong
  from inserted p
  left join entry e on e.utility_id = p.utility_id and e.entry_id = p.entry_id
  left join account a on a.utility_id = p.utility_id and a.account_id = p.account_id
  where e.entry_id is null or a.account_id is null or a.ledger_id <> e.ledger_id
  limit 1;
  if found then
    raise exception using errcode = 'WVL04',
      message = format('entry %s posts to an account that is not in its ledger', wrong);
  end if;
  return null;
end
$$;

create trigger posting_balanced after insert on posting
  referencing new table as inserted
  for each statement execute function posting_check();
