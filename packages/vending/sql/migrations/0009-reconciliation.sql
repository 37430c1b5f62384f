-- Reconciliation: what the statements of payment sources say, what the system knows, and one item
-- for each thing that is on either side. Lines are never changed; items are, and keep their history.

create table payment_source (
  utility_id uuid not null,
  source_id uuid not null,
  name text not null check (name <> ''),
  -- All settings, as packages/vending/src/reconciliation/stored-source.ts writes them.
  settings jsonb not null,
  changed_by text not null,
  changed_at_ms bigint not null,
  primary key (utility_id, source_id),
  constraint payment_source_name unique (utility_id, name),
  foreign key (utility_id) references utility (utility_id)
);

create table statement_file (
  utility_id uuid not null,
  file_id uuid not null,
  source_id uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  name text not null,
  imported_by text not null,
  imported_at_ms bigint not null,
  period_from date,
  period_to date,
  line_count integer not null check (line_count >= 0),
  passed_over_count integer not null check (passed_over_count >= 0),
  credit_minor bigint not null check (credit_minor >= 0),
  debit_minor bigint not null check (debit_minor <= 0),
  fee_minor bigint not null check (fee_minor >= 0),
  -- The run that looked at its lines first; null until then.
  first_run_id uuid,
  primary key (utility_id, file_id),
  -- The same octets are the same file.
  unique (utility_id, source_id, sha256),
  foreign key (utility_id, source_id) references payment_source (utility_id, source_id)
);
create index statement_file_waiting on statement_file (utility_id, source_id)
  where first_run_id is null;

-- No foreign keys: a file of a million lines is written by the statement that wrote the file's row
-- just before (decision 0003).
create table statement_line (
  utility_id uuid not null,
  file_id uuid not null,
  line_number integer not null check (line_number > 0),
  line_id uuid not null,
  source_id uuid not null,
  -- What makes two lines the same payment: the external id, else all that the line says.
  line_key text not null check (line_key <> ''),
  -- A line of the same key was here before.
  repeats boolean not null,
  external_id text,
  reference text,
  meter_number text,
  payer text,
  -- An id found in what the payer wrote.
  named_id uuid,
  line_minor bigint not null check (line_minor <> 0),
  fee_minor bigint not null check (fee_minor >= 0),
  gross_minor bigint not null,
  fee_expected_minor bigint,
  value_date date not null,
  booked_at_ms bigint,
  -- The span in which it happened: one moment, or the whole day when only that is known.
  occurred_at_ms bigint not null,
  occurred_until_ms bigint not null check (occurred_until_ms >= occurred_at_ms),
  primary key (utility_id, file_id, line_number)
);
create unique index statement_line_key on statement_line (utility_id, source_id, line_key)
  where not repeats;

-- What the system knew when a run looked: vends paid by way of the source, deposits of vendors.
create table observed_payment (
  utility_id uuid not null,
  source_id uuid not null,
  known_kind text not null check (known_kind in ('vend', 'deposit')),
  known_id uuid not null,
  item_id uuid not null,
  reference text,
  meter_number text,
  vendor_id uuid,
  known_minor bigint not null check (known_minor > 0),
  known_at_ms bigint not null,
  has_token boolean not null,
  -- A vend with the same payment reference, and with its token, was here before.
  repeats boolean not null,
  -- The run that saw it first or saw its token first.
  changed_run_id uuid not null,
  -- The id stands before the source: with the source in front, this key would seem as good a way to
  -- a reference as the index below, since a table that grows in one transaction has no statistics.
  primary key (utility_id, known_id, known_kind, source_id)
);
create unique index observed_payment_reference
  on observed_payment (utility_id, source_id, reference)
  where not repeats and has_token and known_kind = 'vend';
create index observed_payment_other_reference on observed_payment (utility_id, source_id, reference)
  where known_kind = 'deposit' or not has_token;
create index observed_payment_run on observed_payment (utility_id, changed_run_id);

create table reconciliation_run (
  utility_id uuid not null,
  run_id uuid not null,
  source_id uuid not null,
  from_ms bigint not null,
  to_ms bigint not null check (to_ms > from_ms),
  run_by text not null,
  run_at_ms bigint not null,
  -- How many known payments it looked at, and how many items it made or changed, by class.
  observed_count integer not null,
  matched_count integer not null,
  paid_no_vend_count integer not null,
  vend_no_pay_count integer not null,
  differs_count integer not null,
  duplicate_count integer not null,
  primary key (utility_id, run_id),
  foreign key (utility_id, source_id) references payment_source (utility_id, source_id)
);
create index reconciliation_run_source on reconciliation_run (utility_id, source_id, run_at_ms);

-- One item is one thing to be explained: a line, a known payment, or the two together. The unique
-- keys make the pairing one to one.
create table reconciliation_item (
  utility_id uuid not null,
  item_id uuid not null,
  source_id uuid not null,
  class text not null
    check (class in ('matched', 'paid_no_vend', 'vend_no_pay', 'differs', 'duplicate')),
  reason text not null check (reason <> ''),
  file_id uuid,
  line_number integer,
  known_kind text,
  known_id uuid,
  -- The line's money before fees, else that of the known payment.
  item_minor bigint not null,
  -- Line less known payment, in money or, when that is the same, in fees.
  difference_minor bigint not null,
  occurred_at_ms bigint not null,
  first_seen_at_ms bigint not null,
  resolved_at_ms bigint,
  resolution text,
  note text,
  wish text check (wish in ('refund', 'vend')),
  wish_reference text,
  -- The item that this one became part of when a person linked the two.
  absorbed_into uuid,
  primary key (utility_id, item_id),
  unique (utility_id, file_id, line_number),
  unique (utility_id, known_id, known_kind, source_id),
  check ((file_id is null) = (line_number is null)),
  check ((known_kind is null) = (known_id is null)),
  check ((absorbed_into is not null) = (file_id is null and known_id is null)),
  check ((resolved_at_ms is null) = (resolution is null)),
  check (class <> 'matched' or (file_id is not null and known_id is not null
    and resolved_at_ms is not null and difference_minor = 0)),
  check (absorbed_into is null or resolved_at_ms is not null),
  check ((wish is null) = (wish_reference is null))
) with (fillfactor = 90);
create index reconciliation_item_time
  on reconciliation_item (utility_id, source_id, occurred_at_ms, item_id);
create index reconciliation_item_open
  on reconciliation_item (utility_id, source_id, class, occurred_at_ms)
  where resolved_at_ms is null;

-- What became of an item after it was made: by a run that found its partner, or by a person, whose
-- action has an id that the client made.
create table reconciliation_event (
  utility_id uuid not null,
  item_id uuid not null,
  action_id uuid not null,
  action text not null
    check (action in ('found_partner', 'link', 'absorbed', 'explain', 'wish', 'reopen')),
  content_hash bytea check (octet_length(content_hash) = 32),
  class_before text not null,
  class_after text not null,
  details jsonb not null,
  done_by text not null,
  done_at_ms bigint not null,
  primary key (utility_id, item_id, action_id)
);
create index reconciliation_event_action on reconciliation_event (utility_id, action_id);

create trigger statement_line_append_only before update or delete or truncate on statement_line
  for each statement execute function vending_refuse_change();
create trigger reconciliation_event_append_only
  before update or delete or truncate on reconciliation_event
  for each statement execute function vending_refuse_change();
create trigger reconciliation_run_append_only
  before update or delete or truncate on reconciliation_run
  for each statement execute function vending_refuse_change();
create trigger statement_file_never_removed before delete or truncate on statement_file
  for each statement execute function vending_refuse_change();
create trigger reconciliation_item_never_removed before delete or truncate on reconciliation_item
  for each statement execute function vending_refuse_change();

-- Credits that have no partner yet: of files that no run has looked at, or of open items.
create view unpaired_line as
  select l.*, f.imported_at_ms, null::uuid as item_id
  from statement_file f
  join statement_line l on l.utility_id = f.utility_id and l.file_id = f.file_id
  where f.first_run_id is null and not l.repeats and l.line_minor > 0
    and not exists (select from reconciliation_item i where i.utility_id = l.utility_id
      and i.file_id = l.file_id and i.line_number = l.line_number)
  union all
  select l.*, f.imported_at_ms, i.item_id
  from reconciliation_item i
  join statement_line l on l.utility_id = i.utility_id and l.file_id = i.file_id
    and l.line_number = i.line_number
  join statement_file f on f.utility_id = l.utility_id and f.file_id = l.file_id
  where i.resolved_at_ms is null and i.class = 'paid_no_vend' and i.known_id is null
    and not l.repeats and l.line_minor > 0;

-- What may be a pair, pass by pass: (1) the payment reference is the external id, (2) the payer
-- wrote the id, (3) reference and money are the same, (4) the reference is the same. A vend without
-- its token is no vend, and of several vends on one payment only the first is paid.
create view reconciliation_candidate as
  select p.pass, l.utility_id, l.source_id, l.file_id, l.line_number, l.line_id, l.line_minor,
    l.gross_minor, l.fee_minor, l.fee_expected_minor, l.occurred_at_ms, l.occurred_until_ms,
    l.imported_at_ms, l.item_id, o.known_kind, o.known_id, o.known_minor, o.known_at_ms
  from (values (1)) as p (pass)
  cross join unpaired_line l
  join observed_payment o on o.utility_id = l.utility_id and o.source_id = l.source_id
    and o.reference = l.external_id and o.known_kind = 'vend' and o.has_token and not o.repeats
  union all
  select p.pass, l.utility_id, l.source_id, l.file_id, l.line_number, l.line_id, l.line_minor,
    l.gross_minor, l.fee_minor, l.fee_expected_minor, l.occurred_at_ms, l.occurred_until_ms,
    l.imported_at_ms, l.item_id, o.known_kind, o.known_id, o.known_minor, o.known_at_ms
  from (values (1)) as p (pass)
  cross join unpaired_line l
  join observed_payment o on o.utility_id = l.utility_id and o.source_id = l.source_id
    and o.reference = l.external_id and o.known_kind = 'deposit'
  union all
  select p.pass, l.utility_id, l.source_id, l.file_id, l.line_number, l.line_id, l.line_minor,
    l.gross_minor, l.fee_minor, l.fee_expected_minor, l.occurred_at_ms, l.occurred_until_ms,
    l.imported_at_ms, l.item_id, o.known_kind, o.known_id, o.known_minor, o.known_at_ms
  from (values (2)) as p (pass)
  cross join unpaired_line l
  join observed_payment o on o.utility_id = l.utility_id and o.source_id = l.source_id
    and o.known_kind in ('vend', 'deposit') and o.known_id = l.named_id
    and (o.has_token or o.known_kind = 'deposit') and not o.repeats
  union all
  select p.pass, l.utility_id, l.source_id, l.file_id, l.line_number, l.line_id, l.line_minor,
    l.gross_minor, l.fee_minor, l.fee_expected_minor, l.occurred_at_ms, l.occurred_until_ms,
    l.imported_at_ms, l.item_id, o.known_kind, o.known_id, o.known_minor, o.known_at_ms
  from (values (3), (4)) as p (pass)
  cross join unpaired_line l
  join observed_payment o on o.utility_id = l.utility_id and o.source_id = l.source_id
    and o.reference = l.reference and (p.pass = 4 or o.known_minor = l.gross_minor)
    and (o.known_kind = 'deposit' or (o.known_kind = 'vend' and o.has_token and not o.repeats));
