-- What the utility does: its supply groups, meters, customers, vendors, and the vends.
-- utility_id stands first in every key, so that a utility can live on one shard.

create table utility (
  utility_id uuid not null,
  name text not null check (name <> ''),
  ledger_id uuid not null,
  currency_symbol text not null check (currency_symbol <> ''),
  time_zone text not null check (time_zone <> ''),
  demo boolean not null,
  created_at_ms bigint not null,
  primary key (utility_id),
  foreign key (utility_id, ledger_id) references ledger (utility_id, ledger_id)
);
create index utility_ledger on utility (utility_id, ledger_id);

-- The public attributes of a vending key. The key itself lives in the security module only.
create table vending_key (
  utility_id uuid not null,
  supply_group_code text not null check (supply_group_code ~ '^[0-9]{6}$'),
  key_revision_number smallint not null check (key_revision_number between 1 and 9),
  key_type smallint not null check (key_type between 1 and 3),
  base_date smallint not null check (base_date in (1993, 2014, 2035)),
  key_expiry_number smallint not null check (key_expiry_number between 0 and 255),
  dkga text not null check (dkga in ('01', '02', '03', '04')),
  primary key (utility_id, supply_group_code, key_revision_number),
  foreign key (utility_id) references utility (utility_id)
);

create table tariff (
  utility_id uuid not null,
  tariff_id uuid not null,
  version integer not null check (version > 0),
  name text not null check (name <> ''),
  price_per_kwh_e4_minor bigint not null check (price_per_kwh_e4_minor > 0),
  vat_basis_points integer not null check (vat_basis_points between 0 and 10000),
  effective_from_ms bigint not null,
  primary key (utility_id, tariff_id, version),
  foreign key (utility_id) references utility (utility_id)
);

create table customer (
  utility_id uuid not null,
  customer_id uuid not null,
  name text not null check (name <> ''),
  phone text,
  primary key (utility_id, customer_id),
  foreign key (utility_id) references utility (utility_id)
);
create index customer_name on customer (utility_id, lower(name) text_pattern_ops);

create table meter (
  utility_id uuid not null,
  meter_id uuid not null,
  drn text not null check (drn ~ '^([0-9]{11}|[0-9]{13})$'),
  meter_pan text not null check (meter_pan ~ '^[0-9]{18}$'),
  status text not null check (status in ('active', 'blocked')),
  address text not null,
  customer_id uuid,
  tariff_id uuid not null,
  key_epoch integer not null check (key_epoch > 0),
  -- The last token identifier given out under the present key; the row's lock keeps them rising.
  last_token_identifier integer check (last_token_identifier between 0 and 16777215),
  last_vend_at_ms bigint,
  primary key (utility_id, meter_id),
  unique (utility_id, drn),
  foreign key (utility_id, customer_id) references customer (utility_id, customer_id)
) with (fillfactor = 80);
create index meter_customer on meter (utility_id, customer_id);
create index meter_address on meter (utility_id, lower(address) text_pattern_ops);

-- What key a meter has had from one key change to the next. A row is never changed: a vend that a
-- crash interrupted is finished with the key it was begun under.
create table meter_key (
  utility_id uuid not null,
  meter_id uuid not null,
  key_epoch integer not null check (key_epoch > 0),
  supply_group_code text not null,
  tariff_index text not null check (tariff_index ~ '^[0-9]{2}$'),
  key_revision_number smallint not null,
  encryption_algorithm text not null check (encryption_algorithm in ('07', '11')),
  primary key (utility_id, meter_id, key_epoch),
  foreign key (utility_id, meter_id) references meter (utility_id, meter_id),
  foreign key (utility_id, supply_group_code, key_revision_number)
    references vending_key (utility_id, supply_group_code, key_revision_number)
);
create index meter_key_vending_key
  on meter_key (utility_id, supply_group_code, key_revision_number);

create table vendor (
  utility_id uuid not null,
  vendor_id uuid not null,
  name text not null check (name <> ''),
  float_account_id uuid not null,
  created_at_ms bigint not null,
  primary key (utility_id, vendor_id),
  foreign key (utility_id, float_account_id) references account (utility_id, account_id)
);
create index vendor_float on vendor (utility_id, float_account_id);

create table deposit (
  utility_id uuid not null,
  deposit_id uuid not null,
  vendor_id uuid not null,
  deposit_minor bigint not null check (deposit_minor > 0),
  reference text not null check (reference <> ''),
  deposited_by text not null,
  deposited_at_ms bigint not null,
  primary key (utility_id, deposit_id),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id)
);
create index deposit_vendor on deposit (utility_id, vendor_id, deposited_at_ms);

-- A vend. Its id is the client's; the row keeps a hash of the request for as long as it lives, so
-- that the same id with other content is a conflict. The meter and the vendor were read (and the
-- meter locked) by the statement before the insert and can never be removed, which is why this hot
-- table has no foreign keys (decision 0003).
create table vend (
  utility_id uuid not null,
  vend_id uuid not null,
  request_hash bytea not null check (octet_length(request_hash) = 32),
  state text not null check (state in ('reserved', 'posted', 'declined')),
  meter_id uuid not null,
  key_epoch integer not null,
  token_identifier integer not null check (token_identifier between 0 and 16777215),
  vendor_id uuid not null,
  sold_by text not null,
  tendered_minor bigint not null check (tendered_minor > 0),
  energy_tenth_kwh integer not null check (energy_tenth_kwh > 0),
  tariff_id uuid not null,
  tariff_version integer not null,
  lines jsonb not null,
  requested_at_ms bigint not null,
  resolved_at_ms bigint,
  declined_reason text,
  primary key (utility_id, vend_id),
  check ((state = 'reserved') = (resolved_at_ms is null)),
  check ((state = 'declined') = (declined_reason is not null))
) with (fillfactor = 70);
create index vend_meter on vend (utility_id, meter_id, requested_at_ms);
create index vend_requested on vend (utility_id, requested_at_ms);

-- The tokens issued, and the log of the security module's issues: one row is one issue. Its
-- constraints are invariants V1, T1 and S1.
create table token (
  utility_id uuid not null,
  vend_id uuid not null,
  position smallint not null check (position >= 0),
  digits text not null check (digits ~ '^[0-9]{20}$'),
  meter_id uuid not null,
  key_epoch integer not null,
  token_identifier integer not null,
  energy_tenth_kwh integer not null check (energy_tenth_kwh > 0),
  module_sequence bigint not null check (module_sequence > 0),
  receipt bytea not null check (octet_length(receipt) = 32),
  primary key (utility_id, vend_id, position),
  unique (utility_id, meter_id, key_epoch, token_identifier),
  unique (utility_id, module_sequence)
);

create table reprint (
  utility_id uuid not null,
  vend_id uuid not null,
  reprint_number integer not null check (reprint_number > 0),
  reprinted_by text not null,
  reprinted_at_ms bigint not null,
  primary key (utility_id, vend_id, reprint_number),
  foreign key (utility_id, vend_id) references vend (utility_id, vend_id)
);

create function vending_refuse(message text) returns boolean
language plpgsql as $$
begin
  raise exception using errcode = 'WVV01', message = message;
end
$$;

create function vending_refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception using errcode = 'WVV02',
    message = format('%s is append-only', tg_table_name);
end
$$;

create trigger token_append_only before update or delete or truncate on token
  for each statement execute function vending_refuse_change();
create trigger reprint_append_only before update or delete or truncate on reprint
  for each statement execute function vending_refuse_change();
create trigger deposit_append_only before update or delete or truncate on deposit
  for each statement execute function vending_refuse_change();
create trigger meter_key_append_only before update or delete or truncate on meter_key
  for each statement execute function vending_refuse_change();
create trigger tariff_append_only before update or delete or truncate on tariff
  for each statement execute function vending_refuse_change();
create trigger vend_never_removed before delete or truncate on vend
  for each statement execute function vending_refuse_change();
create trigger meter_never_removed before delete or truncate on meter
  for each statement execute function vending_refuse_change();
create trigger vendor_never_removed before delete or truncate on vendor
  for each statement execute function vending_refuse_change();
