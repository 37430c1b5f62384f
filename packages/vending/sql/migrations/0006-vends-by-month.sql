-- Vends by the month of their request, tokens by their identifier: what is hot stays small however
-- many years are kept, and an index is never larger than a month. Vends of other kinds than sales,
-- and vends of several tokens.
--
-- The long columns stand behind the short ones, and nothing is kept twice: a vend with its token,
-- its entry and their indexes is to take 1.2 kB at the most.

alter table vend rename to vend_of_0001;
alter table token rename to token_of_0001;
alter table reprint rename to reprint_of_0001;
alter index vend_pkey rename to vend_of_0001_pkey;
alter index vend_meter rename to vend_of_0001_meter;
alter index vend_requested rename to vend_of_0001_requested;
alter index token_pkey rename to token_of_0001_pkey;
alter index reprint_pkey rename to reprint_of_0001_pkey;

-- What an id was used for, for ever: the same id with other content is a conflict also when the
-- month of the vend has long been put away. It tells in which month the vend lies.
create table vend_request (
  month integer not null check (month between 197001 and 999912 and month % 100 between 1 and 12),
  utility_id uuid not null,
  vend_id uuid not null,
  request_hash bytea not null check (octet_length(request_hash) = 32),
  primary key (utility_id, vend_id)
);

-- A vend. Its id is the client's. The meter, the agreement and the vendor were read (and the first
-- two locked) by the statement before the insert and can never be removed, which is why this hot
-- table has no foreign keys (decision 0003).
create table vend (
  requested_at_ms bigint not null,
  resolved_at_ms bigint,
  -- What was paid; nothing for what is not a sale.
  tendered_minor bigint not null check (tendered_minor >= 0),
  -- What a meter that counts money is given; null for energy.
  credit_minor bigint check (credit_minor > 0),
  -- Of the request, in UTC: yyyymm.
  month integer not null,
  -- What was bought, and what was given beside it.
  energy_tenth_kwh integer not null check (energy_tenth_kwh >= 0),
  free_tenth_kwh integer not null check (free_tenth_kwh >= 0),
  -- Bought in the month on the utility's calendar, with this vend; printed on receipts.
  month_tenth_kwh integer,
  key_epoch integer not null,
  -- Of the first token; those of the others follow at once, but for the reserved minute.
  token_identifier integer not null check (token_identifier between 0 and 16777215),
  tariff_version integer,
  -- Planned while it is reserved; then what the security module has made.
  token_count smallint not null check (token_count between 0 and 16),
  utility_id uuid not null,
  vend_id uuid not null,
  meter_id uuid not null,
  -- Null for a token of a meter that hangs nowhere.
  agreement_id uuid,
  vendor_id uuid,
  -- The user who sold; null for a machine.
  operator_id uuid,
  tariff_id uuid,
  state text not null check (state in ('reserved', 'posted', 'declined')),
  kind text not null
    check (kind in ('sale', 'free_units', 'free_issue', 'engineering', 'transfer')),
  channel text not null check (channel ~ '^[a-z][a-z0-9_]{0,31}$'),
  payment_method text check (payment_method ~ '^[a-z][a-z0-9_]{0,31}$'),
  payment_reference text check (payment_reference <> ''),
  -- How the seller stands on receipts.
  sold_by text not null,
  declined_reason text,
  -- As stored-lines.ts writes them.
  lines json not null,
  -- Of an order: what its tokens do, who asked and who approved.
  issue_order json,
  -- What it changed beside the month's sums, to be taken back when it is declined.
  undo json,
  primary key (utility_id, month, vend_id),
  check ((state = 'reserved') = (resolved_at_ms is null)),
  check ((state = 'declined') = (declined_reason is not null)),
  check (kind <> 'sale' or (tendered_minor > 0 and vendor_id is not null)),
  check (kind = 'sale' or tendered_minor = 0),
  check ((kind in ('sale', 'free_units')) =
    (tariff_id is not null and tariff_version is not null and agreement_id is not null)),
  check ((kind in ('free_issue', 'engineering', 'transfer')) = (issue_order is not null)),
  check (payment_reference is null or payment_method is not null)
) partition by range (month);
-- The vends of one batch share their moment, which makes the second and third small.
create index vend_meter on vend (utility_id, meter_id, requested_at_ms);
create index vend_vendor on vend (utility_id, vendor_id, requested_at_ms);
create index vend_requested on vend (utility_id, requested_at_ms);

-- Which vend a payment was taken for, so that one receipt is not paid out twice.
create table vend_payment (
  utility_id uuid not null,
  vend_id uuid not null,
  payment_method text not null,
  payment_reference text not null,
  primary key (utility_id, payment_method, payment_reference)
);

-- Vends under way that set no money aside, for which the ledger's reservations do not speak.
create table vend_under_way (
  requested_at_ms bigint not null,
  utility_id uuid not null,
  vend_id uuid not null,
  primary key (utility_id, vend_id)
);

-- The tokens issued, and the log of the security module's issues: one row is one issue. The primary
-- key is invariant T1 over all partitions, since it holds what they are divided by. A vend finds its
-- tokens by its meter, epoch, first identifier and count.
create table token (
  module_sequence bigint not null check (module_sequence > 0),
  key_epoch integer not null,
  token_identifier integer not null check (token_identifier between 0 and 16777215),
  -- Of the vend.
  month integer not null,
  -- Credit of electricity; null for anything else.
  energy_tenth_kwh integer check (energy_tenth_kwh > 0),
  position smallint not null check (position between 0 and 15),
  -- Which of the utility's security modules made it; each has its own sequence.
  module_number smallint not null,
  utility_id uuid not null,
  meter_id uuid not null,
  vend_id uuid not null,
  digits text not null check (digits ~ '^[0-9]{20}$'),
  content_kind text not null check (content_kind ~ '^[a-z][a-z-]*$'),
  receipt bytea not null check (octet_length(receipt) = 32),
  primary key (utility_id, meter_id, key_epoch, token_identifier)
) partition by range (token_identifier);

-- Makes the month's part of `vend`; false when it is there, also when another one makes it at the
-- same moment, which shows as any of three errors. Attached when it is complete, because
-- that needs the weaker lock: vends go on meanwhile. The owner's rights, since whoever sells may
-- not make tables.
create function vending_open_month(month integer) returns boolean
language plpgsql security definer set search_path from current as $$
declare
  part text := 'vend_' || month;
  following integer := case when month % 100 = 12 then month + 89 else month + 1 end;
begin
  if month not between 197001 and 999912 or month % 100 not between 1 and 12 then
    raise exception using errcode = '22023', message = format('%s is not a month', month);
  end if;
  if to_regclass(part) is not null then return false; end if;
  -- A vend is updated once, milliseconds after its batch was inserted, together with most of its page:
  -- a tenth of room took one vend in five, and every other one was written anew into all indexes.
  execute format('create table %I (like vend including all) with (fillfactor = 60)', part);
  execute format('create trigger vend_never_removed before delete or truncate on %I
    for each statement execute function vending_refuse_change()', part);
  execute format('alter table vend attach partition %I for values from (%s) to (%s)',
    part, month, following);
  return true;
exception when duplicate_table or duplicate_object or unique_violation then
  return false;
end
$$;

-- Makes the part of `token` that holds an identifier, 30 days of minutes; false when it is there.
create function vending_open_tokens(token_identifier integer) returns boolean
language plpgsql security definer set search_path from current as $$
declare
  number integer := token_identifier / 43200;
  part text := 'token_' || lpad(number::text, 3, '0');
begin
  if token_identifier not between 0 and 16777215 then
    raise exception using errcode = '22023',
      message = format('%s is not a token identifier', token_identifier);
  end if;
  if to_regclass(part) is not null then return false; end if;
  execute format('create table %I (like token including all)', part);
  -- S1: a sequence number of a module stands once. Across parts the agreement's count watches.
  execute format('create unique index on %I (utility_id, module_number, module_sequence)', part);
  execute format('create trigger token_append_only before update or delete or truncate on %I
    for each statement execute function vending_refuse_change()', part);
  execute format('alter table token attach partition %I for values from (%s) to (%s)',
    part, number * 43200, (number + 1) * 43200);
  return true;
exception when duplicate_table or duplicate_object or unique_violation then
  return false;
end
$$;

select vending_open_month(month) from (
  select distinct to_char(to_timestamp(requested_at_ms / 1000) at time zone 'UTC', 'YYYYMM')::integer
    as month
  from vend_of_0001
) as months;
select vending_open_tokens(part * 43200) from (
  select distinct token_identifier / 43200 as part from token_of_0001
) as parts;

insert into vend_request (month, utility_id, vend_id, request_hash)
select to_char(to_timestamp(requested_at_ms / 1000) at time zone 'UTC', 'YYYYMM')::integer,
  utility_id, vend_id, request_hash
from vend_of_0001;

-- Lines were energy and VAT; the components of a converted tariff have these ids.
insert into vend (requested_at_ms, resolved_at_ms, tendered_minor, month, energy_tenth_kwh,
  free_tenth_kwh, key_epoch, token_identifier, tariff_version, token_count, utility_id, vend_id,
  meter_id, agreement_id, vendor_id, tariff_id, state, kind, channel, sold_by, declined_reason, lines)
select v.requested_at_ms, v.resolved_at_ms, v.tendered_minor, r.month, v.energy_tenth_kwh, 0,
  v.key_epoch, v.token_identifier, v.tariff_version,
  case v.state when 'declined' then 0 else 1 end, v.utility_id, v.vend_id, v.meter_id,
  coalesce(
    (select a.agreement_id from agreement a
      where a.utility_id = v.utility_id and a.agreement_id = v.meter_id),
    (select a.agreement_id from meter m
      join agreement a on a.utility_id = m.utility_id and a.service_point_id = m.service_point_id
        and a.ended_at_ms is null
      where m.utility_id = v.utility_id and m.meter_id = v.meter_id)),
  v.vendor_id, v.tariff_id, v.state, 'sale', 'counter', v.sold_by, v.declined_reason,
  (select json_agg(case line ->> 'kind'
      when 'energy' then json_build_array('e', 'energy', line ->> 'line_minor',
        (line ->> 'energy_tenth_kwh')::integer, line ->> 'price_per_kwh_e4_minor', null)
      else json_build_array('r', 'vat', line ->> 'line_minor', line ->> 'base_minor') end
    order by position)
    from jsonb_array_elements(v.lines) with ordinality as l (line, position))
from vend_of_0001 v
join vend_request r on r.utility_id = v.utility_id and r.vend_id = v.vend_id;

insert into token (module_sequence, key_epoch, token_identifier, month, energy_tenth_kwh, position,
  module_number, utility_id, meter_id, vend_id, digits, content_kind, receipt)
select t.module_sequence, t.key_epoch, t.token_identifier, r.month, t.energy_tenth_kwh, t.position,
  1, t.utility_id, t.meter_id, t.vend_id, t.digits, 'credit', t.receipt
from token_of_0001 t
join vend_request r on r.utility_id = t.utility_id and r.vend_id = t.vend_id;

create table reprint (
  utility_id uuid not null,
  vend_id uuid not null,
  reprint_number integer not null check (reprint_number > 0),
  reprinted_by text not null,
  reprinted_at_ms bigint not null,
  primary key (utility_id, vend_id, reprint_number),
  foreign key (utility_id, vend_id) references vend_request (utility_id, vend_id)
);
insert into reprint (utility_id, vend_id, reprint_number, reprinted_by, reprinted_at_ms)
select utility_id, vend_id, reprint_number, reprinted_by, reprinted_at_ms from reprint_of_0001;

drop table reprint_of_0001;
drop table token_of_0001;
drop table vend_of_0001;

create trigger vend_request_append_only before update or delete or truncate on vend_request
  for each statement execute function vending_refuse_change();
create trigger vend_never_removed before delete or truncate on vend
  for each statement execute function vending_refuse_change();
create trigger token_append_only before update or delete or truncate on token
  for each statement execute function vending_refuse_change();
create trigger reprint_append_only before update or delete or truncate on reprint
  for each statement execute function vending_refuse_change();

-- How much of a purchase may go to debts in all, in hundredths of a per cent.
alter table utility add column debt_share_most_basis_points integer not null default 10000
  check (debt_share_most_basis_points between 0 and 10000);
