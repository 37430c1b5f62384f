-- What people did with a debt, beside what vends collect of it.
create table debt_change (
  utility_id uuid not null,
  debt_id uuid not null,
  changed_at_ms bigint not null,
  -- The client's id of what was asked, so that it happens once.
  change_id uuid not null,
  kind text not null check (kind in ('terms', 'suspended', 'resumed', 'written_off')),
  changed_by text not null,
  reason text not null,
  -- What was agreed to, or the money written off.
  details jsonb not null,
  primary key (utility_id, debt_id, change_id),
  foreign key (utility_id, debt_id) references debt (utility_id, debt_id)
);
create trigger debt_change_append_only before update or delete or truncate on debt_change
  for each statement execute function vending_refuse_change();
