-- Vendors' money beyond the float: credit limits, deposits that come back, commissions, the shifts
-- of operators, batches brought to the bank, and days that are closed once.

alter table vendor
  add column status text not null default 'active' check (status in ('active', 'suspended')),
  -- 'order': somebody said so. 'deposit_reversed': a deposit came back and the float does not cover
  -- what was sold with it; ends by itself when it does.
  add column suspended_for text check (suspended_for in ('order', 'deposit_reversed')),
  add column suspended_note text,
  add column suspended_by text,
  add column suspended_at_ms bigint,
  -- Zero for a vendor who pays before selling. The float's floor is this below zero, or lower while
  -- a deposit that came back is not covered.
  add column credit_limit_minor bigint not null default 0 check (credit_limit_minor >= 0),
  -- People of this vendor sell in an open shift only; machines have none.
  add column shift_required boolean not null default false,
  -- Whose the money in the till is. What is missing in a till of the utility is the ledger's matter.
  add column till_owner text not null default 'vendor' check (till_owner in ('vendor', 'utility')),
  add constraint vendor_suspension check (
    (status = 'suspended') = (suspended_for is not null)
    and (status = 'suspended') = (suspended_note is not null)
    and (status = 'suspended') = (suspended_by is not null)
    and (status = 'suspended') = (suspended_at_ms is not null)
  );

-- How far a vendor may sell on credit, and the two people who said so.
create table credit_limit_change (
  utility_id uuid not null,
  change_id uuid not null,
  vendor_id uuid not null,
  from_minor bigint not null check (from_minor >= 0),
  to_minor bigint not null check (to_minor >= 0),
  reason text not null check (reason <> ''),
  requested_by text not null,
  approved_by text not null,
  changed_at_ms bigint not null,
  primary key (utility_id, change_id),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id),
  constraint credit_limit_change_two_people check (requested_by <> approved_by)
);
create index credit_limit_change_vendor
  on credit_limit_change (utility_id, vendor_id, changed_at_ms);

-- What one operator of a vendor may sell; a figure that is null is not limited.
create table operator_limit (
  utility_id uuid not null,
  operator_id uuid not null,
  most_tendered_minor bigint check (most_tendered_minor > 0),
  most_per_day_minor bigint check (most_per_day_minor > 0),
  most_vends_per_day integer check (most_vends_per_day > 0),
  set_by text not null,
  set_at_ms bigint not null,
  primary key (utility_id, operator_id),
  foreign key (utility_id, operator_id) references staff_user (utility_id, user_id)
);

-- What was brought to the bank, or is on its way there: closed sales batches under one slip.
create table bank_batch (
  utility_id uuid not null,
  bank_batch_id uuid not null,
  vendor_id uuid not null,
  -- Counts the bank batches of the vendor without a gap.
  batch_number integer not null check (batch_number > 0),
  source text not null check (source <> ''),
  slip_number text not null check (slip_number <> ''),
  -- What the counts of the shifts say there was to bring, and what was brought.
  bankable_minor bigint not null,
  brought_minor bigint not null check (brought_minor >= 0),
  closed_by text not null,
  closed_at_ms bigint not null,
  primary key (utility_id, bank_batch_id),
  unique (utility_id, vendor_id, batch_number),
  constraint bank_batch_slip unique (utility_id, source, slip_number),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id)
);

-- A closed list of closed shifts.
create table sales_batch (
  utility_id uuid not null,
  sales_batch_id uuid not null,
  vendor_id uuid not null,
  batch_number integer not null check (batch_number > 0),
  shifts integer not null check (shifts > 0),
  vends integer not null check (vends >= 0),
  sold_minor bigint not null,
  counted_minor bigint not null,
  -- Of the money counted, what can be brought to a bank: notes, coins and cheques.
  bankable_minor bigint not null,
  closed_by text not null,
  closed_at_ms bigint not null,
  bank_batch_id uuid,
  primary key (utility_id, sales_batch_id),
  unique (utility_id, vendor_id, batch_number),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id),
  foreign key (utility_id, bank_batch_id) references bank_batch (utility_id, bank_batch_id)
);
create index sales_batch_bank on sales_batch (utility_id, bank_batch_id);

-- The time one operator answers for a till.
create table shift (
  utility_id uuid not null,
  shift_id uuid not null,
  vendor_id uuid not null,
  operator_id uuid not null,
  opened_at_ms bigint not null,
  -- The change that was in the till before the first sale.
  cash_float_minor bigint not null check (cash_float_minor >= 0),
  closed_at_ms bigint,
  closed_by text,
  vends integer,
  sold_minor bigint,
  -- Counted less expected, over all methods of payment: below zero when money is missing.
  difference_minor bigint,
  sales_batch_id uuid,
  primary key (utility_id, shift_id),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id),
  foreign key (utility_id, operator_id) references staff_user (utility_id, user_id),
  foreign key (utility_id, sales_batch_id) references sales_batch (utility_id, sales_batch_id),
  check (closed_at_ms >= opened_at_ms),
  check ((closed_at_ms is null) = (closed_by is null)),
  check ((closed_at_ms is null) = (vends is null)),
  check ((closed_at_ms is null) = (sold_minor is null)),
  check ((closed_at_ms is null) = (difference_minor is null)),
  check (sales_batch_id is null or closed_at_ms is not null)
);
create unique index shift_open on shift (utility_id, operator_id) where closed_at_ms is null;
create index shift_operator on shift (utility_id, operator_id, opened_at_ms);
create index shift_vendor on shift (utility_id, vendor_id, opened_at_ms);
create index shift_sales_batch on shift (utility_id, sales_batch_id);

-- What a closed shift should have had and had, by method of payment.
create table shift_count (
  utility_id uuid not null,
  shift_id uuid not null,
  payment_method text not null check (payment_method ~ '^[a-z][a-z_]*$'),
  vends integer not null check (vends >= 0),
  sold_minor bigint not null check (sold_minor >= 0),
  -- With the change that was there before, for cash.
  expected_minor bigint not null check (expected_minor >= 0),
  counted_minor bigint not null check (counted_minor >= 0),
  primary key (utility_id, shift_id, payment_method),
  foreign key (utility_id, shift_id) references shift (utility_id, shift_id)
);

alter table deposit
  -- The account or counter it came in by, as its owner calls it.
  add column source text not null default 'bank' check (source <> ''),
  -- The ledger account that has the money now, by its code.
  add column account_code text not null default 'bank',
  -- The day from which the bank counts it.
  add column value_date date,
  add column slip_number text check (slip_number <> ''),
  add column bank_batch_id uuid,
  add foreign key (utility_id, bank_batch_id) references bank_batch (utility_id, bank_batch_id);
create unique index deposit_slip on deposit (utility_id, source, slip_number)
  where slip_number is not null;
create index deposit_bank_batch on deposit (utility_id, bank_batch_id);

-- A deposit that came back, a cheque for example. Once for each deposit.
create table deposit_reversal (
  utility_id uuid not null,
  reversal_id uuid not null,
  deposit_id uuid not null,
  vendor_id uuid not null,
  reversed_minor bigint not null check (reversed_minor > 0),
  reason text not null check (reason <> ''),
  requested_by text not null,
  -- The second person, for a reversal that the float does not cover.
  approved_by text,
  reversed_at_ms bigint not null,
  primary key (utility_id, reversal_id),
  constraint deposit_reversal_once unique (utility_id, deposit_id),
  foreign key (utility_id, deposit_id) references deposit (utility_id, deposit_id),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id),
  constraint deposit_reversal_two_people check (requested_by <> approved_by)
);
create index deposit_reversal_vendor
  on deposit_reversal (utility_id, vendor_id, reversed_at_ms);

-- What a vendor earns by a sale, in versions. The version with the highest number that has taken
-- effect by a day counts for the whole day.
create table commission_rule (
  utility_id uuid not null,
  vendor_id uuid not null,
  version integer not null check (version > 0),
  effective_from date not null,
  -- 'daily' into the float; 'monthly' is owed until it is paid.
  paid text not null check (paid in ('daily', 'monthly')),
  -- As stored-commission.ts writes it.
  terms jsonb not null,
  above_ceiling boolean not null,
  added_by text not null,
  approved_by text,
  added_at_ms bigint not null,
  primary key (utility_id, vendor_id, version),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id),
  constraint commission_rule_two_people check (added_by <> approved_by),
  constraint commission_rule_ceiling check (approved_by is not null or not above_ceiling)
);

-- A vendor's day, closed once. What belongs to it is fixed when the row is written ('closing') and
-- never changes; the sums follow in the same or a later transaction ('closed').
create table vendor_day (
  utility_id uuid not null,
  vendor_id uuid not null,
  day date not null,
  from_ms bigint not null,
  to_ms bigint not null,
  -- The vends of the day that were finished before this moment; later ones go to a later day.
  cut_at_ms bigint not null,
  -- The cut of the day before: what was finished from then on and asked for before is late.
  late_from_ms bigint not null,
  state text not null check (state in ('closing', 'closed')),
  closed_by text not null,
  commission_version integer,
  vends integer,
  late_vends integer,
  tendered_minor bigint,
  energy_tenth_kwh bigint,
  -- Sums as stored-day.ts writes them.
  payment_methods jsonb,
  accounts jsonb,
  first_module_sequence bigint,
  last_module_sequence bigint,
  root bytea check (octet_length(root) = 32),
  commission_minor bigint check (commission_minor >= 0),
  commission_paid text check (commission_paid in ('daily', 'monthly')),
  -- Of the calendar month up to and with this day: what the steps of a commission go by.
  month_tendered_minor bigint,
  month_energy_charge_minor bigint,
  closed_at_ms bigint,
  primary key (utility_id, vendor_id, day),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id),
  check (from_ms < to_ms and late_from_ms <= cut_at_ms),
  check ((state = 'closed') = (root is not null)),
  check ((state = 'closed') = (closed_at_ms is not null)),
  check ((state = 'closed') = (vends is not null)),
  check ((state = 'closed') = (commission_minor is not null))
);

create function vendor_day_refuse_change() returns trigger
language plpgsql as $$
begin
  if old.state = 'closed' or new.cut_at_ms <> old.cut_at_ms
    or new.late_from_ms <> old.late_from_ms or new.from_ms <> old.from_ms
    or new.to_ms <> old.to_ms or new.day <> old.day
    or new.commission_version is distinct from old.commission_version then
    raise exception using errcode = 'WVV02', message = 'a closed day never changes';
  end if;
  return new;
end
$$;
create trigger vendor_day_fixed before update on vendor_day
  for each row execute function vendor_day_refuse_change();
create trigger vendor_day_never_removed before delete or truncate on vendor_day
  for each statement execute function vending_refuse_change();
create trigger credit_limit_change_append_only before update or delete or truncate
  on credit_limit_change for each statement execute function vending_refuse_change();
create trigger deposit_reversal_append_only before update or delete or truncate
  on deposit_reversal for each statement execute function vending_refuse_change();
create trigger commission_rule_append_only before update or delete or truncate
  on commission_rule for each statement execute function vending_refuse_change();
create trigger shift_count_append_only before update or delete or truncate
  on shift_count for each statement execute function vending_refuse_change();
create trigger bank_batch_append_only before update or delete or truncate
  on bank_batch for each statement execute function vending_refuse_change();
create trigger shift_never_removed before delete or truncate on shift
  for each statement execute function vending_refuse_change();
create trigger sales_batch_never_removed before delete or truncate on sales_batch
  for each statement execute function vending_refuse_change();

-- What a person sold, in a shift or on a day. Machines, which sell most, are nobody.
create index vend_operator on vend (utility_id, operator_id, requested_at_ms)
  where operator_id is not null;
