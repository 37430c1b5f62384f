-- What customers pay at the till beside electricity: a debt at once, a connection, a conversion, a
-- fine. The vendor's float pays the utility, as with a sale, and nothing is sold for it.
create table account_payment (
  paid_at_ms bigint not null,
  payment_minor bigint not null check (payment_minor > 0),
  utility_id uuid not null,
  -- Made by the client, so that a payment is taken once.
  payment_id uuid not null,
  agreement_id uuid not null,
  vendor_id uuid not null,
  -- The user who took it; null for a machine.
  operator_id uuid,
  -- Of a payment of a debt.
  debt_id uuid,
  kind text not null check (kind in ('debt', 'connection', 'conversion', 'tamper')),
  -- How the taker stands on the receipt.
  taken_by text not null check (taken_by <> ''),
  channel text not null check (channel ~ '^[a-z][a-z0-9_]{0,31}$'),
  payment_method text check (payment_method ~ '^[a-z][a-z0-9_]{0,31}$'),
  payment_reference text check (payment_reference <> ''),
  -- Of the form or the letter that asked for it; empty when there is none.
  document_reference text not null,
  primary key (utility_id, payment_id),
  foreign key (utility_id, agreement_id) references agreement (utility_id, agreement_id),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id),
  foreign key (utility_id, debt_id) references debt (utility_id, debt_id),
  check ((kind = 'debt') = (debt_id is not null)),
  check (payment_reference is null or payment_method is not null)
);
create index account_payment_agreement
  on account_payment (utility_id, agreement_id, paid_at_ms);
create index account_payment_vendor on account_payment (utility_id, vendor_id, paid_at_ms);
create index account_payment_debt on account_payment (utility_id, debt_id);

-- A payment that was taken by mistake and given back on the same day. Once for each payment.
create table account_payment_reversal (
  utility_id uuid not null,
  payment_id uuid not null,
  reversal_id uuid not null,
  reason text not null check (reason <> ''),
  reversed_by text not null,
  reversed_at_ms bigint not null,
  primary key (utility_id, payment_id),
  constraint account_payment_reversal_id unique (utility_id, reversal_id),
  foreign key (utility_id, payment_id) references account_payment (utility_id, payment_id)
);

create trigger account_payment_append_only before update or delete or truncate on account_payment
  for each statement execute function vending_refuse_change();
create trigger account_payment_reversal_append_only
  before update or delete or truncate on account_payment_reversal
  for each statement execute function vending_refuse_change();

-- Machines may take payments too.
alter table api_key drop constraint api_key_permissions_known;
alter table api_key add constraint api_key_permissions_known check (cardinality(permissions) > 0 and permissions <@ array[
  'vend.sell', 'vend.read', 'vend.reprint', 'quote', 'payment.take', 'payment.read', 'meter.read',
  'customer.read', 'tariff.read', 'vendor.read', 'report.read'
]);
