-- What happens after the sale: tokens that two people order, money given back, a vend that went to
-- the wrong meter, and a token that has grown too old for its meter.

-- Which deed has a vend for itself: a vend is given back once, in one way. The row goes when the
-- order behind it is rejected, withdrawn or expires, and stays for ever when it is carried out.
create table vend_claim (
  utility_id uuid not null,
  vend_id uuid not null,
  deed text not null check (deed in ('refund', 'repair', 'reissue')),
  -- The order's id.
  deed_id uuid not null,
  primary key (utility_id, vend_id),
  foreign key (utility_id, vend_id) references vend_request (utility_id, vend_id)
);

-- An order for tokens. Who asked, why and who agreed stand in its approval, which has its id.
create table token_order (
  utility_id uuid not null,
  order_id uuid not null,
  requested_at_ms bigint not null,
  resolved_at_ms bigint,
  next_attempt_at_ms bigint not null,
  -- Of the tokens; it follows from the order's id and is nobody else's.
  vend_id uuid not null,
  -- The replacement whose credit is moved, or the vend whose tokens are made anew.
  source_id uuid,
  kind text not null check (kind in ('free_issue', 'engineering', 'transfer', 'reissue')),
  meter_number text not null,
  reason_code text not null check (reason_code ~ '^[a-z][a-z_]{0,31}$'),
  state text not null check (state in ('requested', 'approved', 'executed', 'declined', 'dropped')),
  -- Why it has not been executed, at the last try.
  refusal text,
  -- As stored-vend.ts writes them.
  contents json not null,
  primary key (utility_id, order_id),
  unique (utility_id, vend_id),
  foreign key (utility_id, order_id) references approval (utility_id, approval_id),
  check ((kind in ('transfer', 'reissue')) = (source_id is not null)),
  check ((state in ('executed', 'declined', 'dropped')) = (resolved_at_ms is not null)),
  check (state <> 'declined' or refusal is not null)
);
create unique index token_order_source on token_order (utility_id, kind, source_id)
  where source_id is not null and state in ('requested', 'approved', 'executed');
create index token_order_due on token_order (utility_id, next_attempt_at_ms)
  where state = 'approved';
create index token_order_by_time on token_order (utility_id, requested_at_ms, order_id);
create trigger token_order_never_removed before delete or truncate on token_order
  for each statement execute function vending_refuse_change();

-- Money given back for a vend.
create table refund (
  utility_id uuid not null,
  refund_id uuid not null,
  vend_id uuid not null,
  requested_at_ms bigint not null,
  resolved_at_ms bigint,
  refund_minor bigint not null check (refund_minor > 0),
  -- What was not used; null when the whole vend is given back.
  unused_tenth_kwh integer check (unused_tenth_kwh > 0),
  debt_id uuid,
  -- The executed order that cleared the meter's credit.
  proof_order_id uuid,
  proof text not null
    check (proof in ('meter_evidence', 'credit_cleared', 'wrong_meter', 'duplicate_payment')),
  proof_reference text not null check (proof_reference <> ''),
  money_to text not null check (money_to in ('vendor_float', 'debt', 'customer_credit', 'bank')),
  state text not null check (state in ('requested', 'posted', 'dropped')),
  primary key (utility_id, refund_id),
  foreign key (utility_id, refund_id) references approval (utility_id, approval_id),
  foreign key (utility_id, vend_id) references vend_request (utility_id, vend_id),
  foreign key (utility_id, debt_id) references debt (utility_id, debt_id),
  check ((money_to = 'debt') = (debt_id is not null)),
  check ((proof = 'credit_cleared') = (proof_order_id is not null)),
  check ((state = 'requested') = (resolved_at_ms is null))
);
create index refund_vend on refund (utility_id, vend_id);
create index refund_debt on refund (utility_id, debt_id);
create index refund_by_time on refund (utility_id, requested_at_ms, refund_id);
create trigger refund_never_removed before delete or truncate on refund
  for each statement execute function vending_refuse_change();

-- A vend that went to the wrong meter: taken back, and sold again to the right one.
create table wrong_meter_repair (
  utility_id uuid not null,
  repair_id uuid not null,
  vend_id uuid not null,
  requested_at_ms bigint not null,
  resolved_at_ms bigint,
  next_attempt_at_ms bigint not null,
  -- The vend that the right meter was given; known once it is posted.
  new_vend_id uuid,
  -- Counts the vends that the security module declined; each has an id of its own.
  attempt integer not null check (attempt >= 0),
  to_meter_number text not null,
  statement text not null check (statement <> ''),
  -- What the wrong meter's display showed, when somebody could look.
  display_code text,
  state text not null check (state in ('requested', 'approved', 'executed', 'dropped')),
  refusal text,
  primary key (utility_id, repair_id),
  foreign key (utility_id, repair_id) references approval (utility_id, approval_id),
  foreign key (utility_id, vend_id) references vend_request (utility_id, vend_id),
  check ((state = 'executed') = (new_vend_id is not null)),
  check ((state in ('executed', 'dropped')) = (resolved_at_ms is not null))
);
create index wrong_meter_repair_vend on wrong_meter_repair (utility_id, vend_id);
create index wrong_meter_repair_due on wrong_meter_repair (utility_id, next_attempt_at_ms)
  where state = 'approved';
create trigger wrong_meter_repair_never_removed before delete or truncate on wrong_meter_repair
  for each statement execute function vending_refuse_change();

-- Somebody wants the digits of a vend sent once more: the same digits, whoever carries them.
create table vend_resend (
  utility_id uuid not null,
  vend_id uuid not null,
  resend_id uuid not null,
  wanted_at_ms bigint not null,
  wanted_by text not null,
  carrier text not null check (carrier in ('sms', 'email')),
  primary key (utility_id, vend_id, resend_id),
  foreign key (utility_id, vend_id) references vend_request (utility_id, vend_id)
);
create trigger vend_resend_append_only before update or delete or truncate on vend_resend
  for each statement execute function vending_refuse_change();
