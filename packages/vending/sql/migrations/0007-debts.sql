-- What a customer owes beside the electricity. The row is a limit and not only a balance: a vend
-- takes its share under the row's lock, so that no two vends collect the same cent.
create table debt (
  utility_id uuid not null,
  debt_id uuid not null,
  agreement_id uuid not null,
  -- 'arrears', 'connection', 'tamper', 'appliance', …; what it is called on the receipt is its name.
  kind text not null check (kind ~ '^[a-z][a-z_]*$'),
  name text not null check (name <> ''),
  -- The ledger account whose balance this debt is part of, by its code.
  account text not null,
  priority smallint not null check (priority between 1 and 99),
  principal_minor bigint not null check (principal_minor > 0),
  -- Not yet collected, written off or paid; vends under way are taken off already.
  owed_minor bigint not null check (owed_minor >= 0 and owed_minor <= principal_minor),
  recovery_kind text not null check (recovery_kind in ('whole', 'share', 'fixed')),
  -- Of each tender, for 'share'.
  share_basis_points integer check (share_basis_points between 1 and 10000),
  -- For 'fixed', in each period.
  fixed_minor bigint check (fixed_minor > 0),
  fixed_per text check (fixed_per in ('purchase', 'month')),
  least_minor bigint not null default 0 check (least_minor >= 0),
  -- Collected from this day on, on the utility's calendar; day the agreement was signed.
  agreed_on date not null,
  collect_from date not null,
  reference text not null default '',
  created_by text not null,
  created_at_ms bigint not null,
  -- 'settled' when nothing is owed; 'suspended' is not collected for the time being.
  state text not null check (state in ('open', 'suspended', 'settled', 'written_off')),
  primary key (utility_id, debt_id),
  foreign key (utility_id, agreement_id) references agreement (utility_id, agreement_id),
  check ((recovery_kind = 'share') = (share_basis_points is not null)),
  check ((recovery_kind = 'fixed') = (fixed_minor is not null)),
  check ((recovery_kind = 'fixed') = (fixed_per is not null))
) with (fillfactor = 80);
create index debt_agreement on debt (utility_id, agreement_id, priority);
create trigger debt_never_removed before delete or truncate on debt
  for each statement execute function vending_refuse_change();
