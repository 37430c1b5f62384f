-- Where electricity is supplied (service point), and to whom under which tariff (agreement). A meter
-- is a device that comes and goes; what a customer has bought this month, owes and is exempt from
-- stays with the agreement, so that a new meter neither forgets a debt nor gives free units twice.

create table service_point (
  utility_id uuid not null,
  service_point_id uuid not null,
  -- The utility's own number of the place.
  code text not null check (code <> ''),
  address text not null,
  -- Feeder, village or zone; reports add up by it.
  area text not null default '',
  phases smallint not null default 1 check (phases in (1, 3)),
  supply_limit_w integer check (supply_limit_w > 0),
  latitude_e6 integer check (latitude_e6 between -90000000 and 90000000),
  longitude_e6 integer check (longitude_e6 between -180000000 and 180000000),
  created_at_ms bigint not null,
  primary key (utility_id, service_point_id),
  unique (utility_id, code),
  foreign key (utility_id) references utility (utility_id),
  check ((latitude_e6 is null) = (longitude_e6 is null))
);
create index service_point_address on service_point (utility_id, lower(address) text_pattern_ops);
create index service_point_area on service_point (utility_id, area);

create table agreement (
  utility_id uuid not null,
  agreement_id uuid not null,
  -- Printed on receipts and typed by people.
  account_number text not null check (account_number <> ''),
  service_point_id uuid not null,
  customer_id uuid,
  tariff_id uuid not null,
  began_at_ms bigint not null,
  ended_at_ms bigint,
  -- Ids of the tariff's components that this customer does not pay, and of free units due to them.
  exemptions text[] not null default '{}',
  entitlements text[] not null default '{}',
  -- What past purchases left behind, as purchase-state.ts of packages/tariff writes it. It changes
  -- with every vend, under this row's lock.
  purchase_state jsonb not null default '{}',
  primary key (utility_id, agreement_id),
  unique (utility_id, account_number),
  foreign key (utility_id, service_point_id)
    references service_point (utility_id, service_point_id),
  foreign key (utility_id, customer_id) references customer (utility_id, customer_id),
  check (ended_at_ms >= began_at_ms)
) with (fillfactor = 70);
create index agreement_customer on agreement (utility_id, customer_id);
create index agreement_tariff on agreement (utility_id, tariff_id);
create index agreement_service_point on agreement (utility_id, service_point_id);
-- One supply at a place at a time.
create unique index agreement_in_force on agreement (utility_id, service_point_id)
  where ended_at_ms is null;

-- Until now a meter was its own place and had its own customer: each becomes a service point and an
-- agreement of the meter's id, so that nothing has to be made up.
insert into service_point (utility_id, service_point_id, code, address, created_at_ms)
select utility_id, meter_id, drn, address, 0 from meter;
insert into agreement (utility_id, agreement_id, account_number, service_point_id, customer_id,
  tariff_id, began_at_ms)
select utility_id, meter_id, drn, meter_id, customer_id, tariff_id, 0 from meter;

alter table meter add column service_point_id uuid;
update meter set service_point_id = meter_id;
alter table meter add foreign key (utility_id, service_point_id)
  references service_point (utility_id, service_point_id);
create index meter_service_point on meter (utility_id, service_point_id);
drop index meter_address;
drop index meter_customer;
alter table meter drop column address, drop column customer_id, drop column tariff_id;

alter table meter
  add column model text not null default '',
  add column phases smallint not null default 1 check (phases in (1, 3)),
  -- What its credit register counts; only a currency meter can apply prices by the clock.
  add column payment_mode text not null default 'energy'
    check (payment_mode in ('energy', 'currency'));
alter table meter drop constraint meter_status_check;
-- in_store: not installed; active: sold for; blocked: installed and not sold for; removed: came back
-- from a customer; scrapped: never again.
alter table meter add check (status in ('in_store', 'active', 'blocked', 'removed', 'scrapped'));
alter table meter add constraint meter_place
  check ((status in ('active', 'blocked')) = (service_point_id is not null));

-- Where a meter hung, from when to when; the row of the present place has no end.
create table meter_installation (
  utility_id uuid not null,
  meter_id uuid not null,
  installed_at_ms bigint not null,
  service_point_id uuid not null,
  installed_by text not null,
  removed_at_ms bigint,
  removed_by text,
  removed_reason text,
  -- What the total register said, in watt-hours, when known.
  installed_reading_wh bigint check (installed_reading_wh >= 0),
  removed_reading_wh bigint check (removed_reading_wh >= 0),
  -- The credit that was left in the meter, as read by whoever took it away.
  removed_credit_wh bigint,
  primary key (utility_id, meter_id, installed_at_ms),
  foreign key (utility_id, meter_id) references meter (utility_id, meter_id),
  foreign key (utility_id, service_point_id)
    references service_point (utility_id, service_point_id),
  check (removed_at_ms >= installed_at_ms),
  check ((removed_at_ms is null) = (removed_by is null))
);
create index meter_installation_place
  on meter_installation (utility_id, service_point_id, installed_at_ms);
insert into meter_installation (utility_id, meter_id, installed_at_ms, service_point_id, installed_by)
select utility_id, meter_id, 0, service_point_id, 'before installations were recorded' from meter;

-- What people did with a meter, beside the vends: the rest of its history.
create table meter_note (
  utility_id uuid not null,
  meter_id uuid not null,
  noted_at_ms bigint not null,
  kind text not null check (kind ~ '^[a-z][a-z_]*$'),
  noted_by text not null,
  details jsonb not null,
  primary key (utility_id, meter_id, noted_at_ms, kind),
  foreign key (utility_id, meter_id) references meter (utility_id, meter_id)
);
create trigger meter_note_append_only before update or delete or truncate on meter_note
  for each statement execute function vending_refuse_change();
create trigger service_point_never_removed before delete or truncate on service_point
  for each statement execute function vending_refuse_change();
create trigger agreement_never_removed before delete or truncate on agreement
  for each statement execute function vending_refuse_change();
