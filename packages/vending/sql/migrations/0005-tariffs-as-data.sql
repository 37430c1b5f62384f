-- A tariff is data, in versions: drafted by one person, approved by another, effective from an
-- instant, and never changed. Whoever wants it otherwise drafts the next version.

create table tariff_version (
  utility_id uuid not null,
  tariff_id uuid not null,
  version integer not null check (version > 0),
  name text not null check (name <> ''),
  -- As tariff-record.ts of packages/tariff writes it.
  record jsonb not null,
  effective_from_ms bigint not null,
  state text not null check (state in ('draft', 'approved', 'withdrawn')),
  -- Ids of users.
  drafted_by text not null,
  drafted_at_ms bigint not null,
  approved_by text,
  approved_at_ms bigint,
  -- The order of the two-person rule by which it was approved.
  approval_id uuid,
  primary key (utility_id, tariff_id, version),
  foreign key (utility_id) references utility (utility_id),
  check (approved_by <> drafted_by),
  check ((approved_by is null) = (approved_at_ms is null)),
  check (state <> 'approved' or approved_by is not null)
);
-- The version in force is the approved one that took effect last; no two take effect together.
create unique index tariff_version_effective
  on tariff_version (utility_id, tariff_id, effective_from_ms) where state = 'approved';

-- Of two versions of which the later takes effect first, the earlier was never used again.
insert into tariff_version (utility_id, tariff_id, version, name, record, effective_from_ms, state,
  drafted_by, drafted_at_ms, approved_by, approved_at_ms)
select t.utility_id, t.tariff_id, t.version, t.name, jsonb_build_object(
    'format', 1,
    'energy', jsonb_build_object('kind', 'flat', 'id', 'energy', 'name', 'Energy',
      'account', 'energy_sales', 'price_e4_minor', t.price_per_kwh_e4_minor::text),
    'per_kwh', jsonb_build_array(), 'fixed', jsonb_build_array(), 'fees', jsonb_build_array(),
    'free', jsonb_build_array(),
    'rates', case when t.vat_basis_points = 0 then jsonb_build_array()
      else jsonb_build_array(jsonb_build_object('id', 'vat', 'name', 'VAT',
        'account', 'vat_payable', 'rate_basis_points', t.vat_basis_points,
        'of', jsonb_build_array('energy'), 'exemptible', true)) end,
    'limits', jsonb_build_object('least_tendered_minor', null, 'most_tendered_minor', null,
      'most_tendered_per_month_minor', null, 'most_energy_per_month_tenth_kwh', null),
    'rounding', 'given'
  ), t.effective_from_ms,
  case when exists (
    select from tariff n where n.utility_id = t.utility_id and n.tariff_id = t.tariff_id
      and n.version > t.version and n.effective_from_ms <= t.effective_from_ms
  ) then 'withdrawn' else 'approved' end,
  'before drafts were recorded', 0, 'before approvals were recorded', 0
from tariff t;
drop table tariff;

-- Prices per kWh that are published by the month, for the components of tariffs that ask for them. A
-- correction is another revision; the newest that is approved counts from its approval on.
create table published_value (
  utility_id uuid not null,
  component_id text not null check (component_id ~ '^[a-z][a-z0-9_]{0,31}$'),
  month integer not null check (month between 197001 and 999912 and month % 100 between 1 and 12),
  revision integer not null check (revision > 0),
  -- In ten-thousandths of a minor unit; negative for a rebate.
  price_e4_minor bigint not null,
  published_by text not null,
  published_at_ms bigint not null,
  approved_by text,
  approved_at_ms bigint,
  approval_id uuid,
  primary key (utility_id, component_id, month, revision),
  foreign key (utility_id) references utility (utility_id),
  check (approved_by <> published_by),
  check ((approved_by is null) = (approved_at_ms is null))
);

-- Only what an approval or a withdrawal writes may change, and only once.
create function tariff_version_refuse_change() returns trigger
language plpgsql as $$
begin
  if (new.utility_id, new.tariff_id, new.version, new.name, new.record, new.effective_from_ms,
      new.drafted_by, new.drafted_at_ms)
    is distinct from (old.utility_id, old.tariff_id, old.version, old.name, old.record,
      old.effective_from_ms, old.drafted_by, old.drafted_at_ms)
    or old.state <> 'draft' then
    raise exception using errcode = 'WVV02', message = 'a tariff version never changes';
  end if;
  return new;
end
$$;
create trigger tariff_version_never_changed before update on tariff_version
  for each row execute function tariff_version_refuse_change();
create trigger tariff_version_never_removed before delete or truncate on tariff_version
  for each statement execute function vending_refuse_change();

create function published_value_refuse_change() returns trigger
language plpgsql as $$
begin
  if (new.utility_id, new.component_id, new.month, new.revision, new.price_e4_minor,
      new.published_by, new.published_at_ms)
    is distinct from (old.utility_id, old.component_id, old.month, old.revision,
      old.price_e4_minor, old.published_by, old.published_at_ms)
    or old.approved_by is not null then
    raise exception using errcode = 'WVV02', message = 'a published value never changes';
  end if;
  return new;
end
$$;
create trigger published_value_never_changed before update on published_value
  for each row execute function published_value_refuse_change();
create trigger published_value_never_removed before delete or truncate on published_value
  for each statement execute function vending_refuse_change();
