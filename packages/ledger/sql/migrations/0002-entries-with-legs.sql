-- An entry becomes one row with its legs in arrays, and entries are kept by month. A row for each
-- leg cost three times the space and twice the time on the busiest table there is (decision 0009).

-- Makes the partitions that are missing of a table that is cut by month, a whole number yyyymm. Each
-- gets the guard of its table too, because a statement's trigger does not reach from a table to its
-- partitions. Attaching keeps nobody waiting; "create table … partition of" would lock out everyone.
create function open_months(
  parent regclass, from_month integer, to_month integer, guard_events text, guard regproc,
  storage text
) returns integer
language plpgsql as $$
declare
  this_month integer := from_month;
  next_month integer;
  partition text;
  opened integer := 0;
begin
  while this_month <= to_month loop
    next_month := this_month + case when this_month % 100 = 12 then 89 else 1 end;
    partition := format('%s_%s', parent, this_month);
    if to_regclass(partition) is null then
      execute format('lock table %s in share update exclusive mode', parent);
      -- Whoever held the lock may have made it.
      if to_regclass(partition) is null then
        execute format('create table %s (like %s including defaults including constraints) %s',
          partition, parent, storage);
        execute format('create trigger guarded before %s on %s for each statement
          execute function %s()', guard_events, partition, guard);
        execute format('alter table %s attach partition %s for values from (%s) to (%s)',
          parent, partition, this_month, this_month + 1);
        opened := opened + 1;
      end if;
    end if;
    this_month := next_month;
  end loop;
  return opened;
end
$$;

create function ledger_refuse(code text, message text) returns boolean
language plpgsql as $$
begin
  raise exception using errcode = code, message = message;
end
$$;

-- Invariant L1: at least two legs, none of nothing, and their sum is zero.
create function entry_is_balanced(account_ids uuid[], money_minor bigint[]) returns boolean
language plpgsql immutable as $$
declare
  leg bigint;
  sum_minor bigint := 0;
begin
  if array_ndims(account_ids) is distinct from 1 or array_ndims(money_minor) is distinct from 1
    or array_lower(account_ids, 1) <> 1 or array_lower(money_minor, 1) <> 1
    or cardinality(account_ids) <> cardinality(money_minor) or cardinality(account_ids) < 2
    or array_position(account_ids, null) is not null
  then
    return false;
  end if;
  foreach leg in array money_minor loop
    if leg is null or leg = 0 then
      return false;
    end if;
    sum_minor := sum_minor + leg;
  end loop;
  return sum_minor = 0;
end
$$;

-- Until when a ledger is closed: what is posted afterwards is posted at a later instant, so what
-- lies before can be hashed and summed in peace. Whoever posts holds a share of the row; whoever
-- closes waits for all of them.
create table ledger_seal (
  utility_id uuid not null,
  ledger_id uuid not null,
  closed_to_ms bigint not null check (closed_to_ms >= 0),
  primary key (utility_id, ledger_id),
  foreign key (utility_id, ledger_id) references ledger (utility_id, ledger_id)
);
insert into ledger_seal (utility_id, ledger_id, closed_to_ms)
select utility_id, ledger_id, 0 from ledger;

create function ledger_seal_moves_forward() returns trigger
language plpgsql as $$
begin
  if new.closed_to_ms < old.closed_to_ms
    or (new.utility_id, new.ledger_id) is distinct from (old.utility_id, old.ledger_id)
  then
    raise exception using errcode = 'WVL02', message = 'a ledger that was closed stays closed';
  end if;
  return new;
end
$$;
create trigger ledger_seal_forward before update on ledger_seal
  for each row execute function ledger_seal_moves_forward();
create trigger ledger_seal_never_removed before delete or truncate on ledger_seal
  for each statement execute function ledger_refuse_change();
create trigger ledger_append_only before update or delete or truncate on ledger
  for each statement execute function ledger_refuse_change();

alter table entry rename to entry_of_postings;
alter index entry_pkey rename to entry_of_postings_pkey;

-- The accounts of a leg are checked by the statement that posts (post-entries.sql): a foreign key
-- cannot look into an array. The columns stand in the order that wastes no octet.
create table entry (
  posted_at_ms bigint not null,
  -- Given by whoever posts, and the same whenever the same id is posted again: by the key below a
  -- thing is then posted once, although each partition has an index of its own.
  month integer not null,
  utility_id uuid not null,
  ledger_id uuid not null,
  entry_id uuid not null,
  kind text not null,
  account_ids uuid[] not null,
  money_minor bigint[] not null,
  primary key (utility_id, entry_id, month),
  constraint entry_posted_at_positive check (posted_at_ms > 0),
  constraint entry_month_of_year check (month between 100001 and 999912
    and month % 100 between 1 and 12),
  constraint entry_kind_slug check (kind ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint entry_balanced check (entry_is_balanced(account_ids, money_minor))
) partition by range (month);
create index entry_posted on entry (utility_id, posted_at_ms);

create trigger entry_append_only before update or delete or truncate on entry
  for each statement execute function ledger_refuse_change();

-- Runs as the owner of the tables: whoever posts may not make tables.
create function ledger_open_months(from_month integer, to_month integer) returns integer
language sql security definer as $$
  select open_months('entry', from_month, to_month, 'update or delete or truncate',
    'ledger_refuse_change', '')
$$;
revoke execute on function ledger_open_months(integer, integer) from public;
do $$
begin
  execute format('alter function ledger_open_months(integer, integer) set search_path = %I, pg_temp',
    current_schema());
end
$$;

-- Entries of the past: their month is that of the instant they were posted at.
select ledger_open_months(month, month)
from (
  select distinct
    to_char(to_timestamp(posted_at_ms / 1000) at time zone 'UTC', 'YYYYMM')::integer as month
  from entry_of_postings) as months;

insert into entry
  (posted_at_ms, month, utility_id, ledger_id, entry_id, kind, account_ids, money_minor)
select e.posted_at_ms,
  to_char(to_timestamp(e.posted_at_ms / 1000) at time zone 'UTC', 'YYYYMM')::integer,
  e.utility_id, e.ledger_id, e.entry_id, e.kind, l.account_ids, l.money_minor
from entry_of_postings e
left join (
  select utility_id, entry_id, array_agg(account_id order by position) as account_ids,
    array_agg(posting_minor order by position) as money_minor
  from posting group by utility_id, entry_id) as l
  on l.utility_id = e.utility_id and l.entry_id = e.entry_id;

drop table posting;
drop table entry_of_postings;
drop function posting_check();
