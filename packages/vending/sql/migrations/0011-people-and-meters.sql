-- The desk's work on customers, places, agreements and meters: finding them as one types, changing
-- them without overwriting each other, and doing each deed once.

-- The words of a text as it is searched by: small letters, without accents, cut at whatever is no
-- letter and no digit. What is stored and what is typed go through the same function, so that
-- nothing typed can be a wild card.
create function search_words(written text) returns text[]
language sql immutable parallel safe
return (
  select coalesce(array_agg(distinct left(word, 40)), '{}')
  from regexp_split_to_table(
    regexp_replace(lower(normalize(written, nfkd) collate "pg_c_utf8"), '[\u0300-\u036f]', '', 'g'),
    '[^[:alnum:]]+'
  ) as word
  where word <> ''
);

-- What is typed, as a query: every word must begin a word. Null when nothing typed is a word.
create function search_query(typed text) returns tsquery
language sql immutable parallel safe
return (
  select string_agg(quote_literal(word) || ':*', ' & ')::tsquery
  from unnest(search_words(typed)) as word
);

-- The part of it that an index answers fast: without words of one or two letters and without those
-- that the statistics of the table say are in one row of a hundred. To read a million entries for
-- "street" only to keep the ten that are also "mango" would take longer than people type. `joined`
-- is '&' or '|'. Null when every word is common.
create function search_rare_query(typed text, searched text, joined text) returns tsquery
language sql stable parallel safe
return (
  select string_agg(quote_literal(word) || ':*', ' ' || joined || ' ')::tsquery
  from unnest(search_words(typed)) as word
  where length(word) > 2 and 0.01 > (
    select coalesce(sum(often), 0)
    from pg_stats s, lateral unnest(s.most_common_elems::text::text[],
      s.most_common_elem_freqs[:cardinality(s.most_common_elems::text::text[])])
      as e (element, often)
    where s.schemaname = current_schema() and s.tablename = searched and s.attname = 'words'
      and starts_with(element, word)
  )
);

-- The digits of a telephone number without the zeros in front, which depend on where one calls from.
create function search_digits(written text) returns text
language sql immutable parallel safe
return ltrim(regexp_replace(coalesce(written, ''), '[^0-9]', '', 'g'), '0');

alter table customer
  -- A language tag such as "sw" or "pt-BR"; what messages to this customer are written in.
  add column language text check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  add column notes text not null default '' check (length(notes) <= 500),
  add column registered_at_ms bigint not null default 0,
  add column revision integer not null default 1 check (revision > 0),
  -- When the personal data were erased; the row stays for the agreements that name it.
  add column erased_at_ms bigint,
  add column words tsvector not null
    generated always as (array_to_tsvector(search_words(name))) stored,
  add column phone_digits text not null generated always as (search_digits(phone)) stored;
alter table customer add constraint customer_erased
  check (erased_at_ms is null
    or (name = 'erased' and phone is null and language is null and notes = ''));
drop index customer_name;
create index customer_by_name on customer (utility_id, lower(name), customer_id);
create index customer_words on customer using gin (words);
create index customer_phone on customer (utility_id, phone_digits text_pattern_ops)
  where phone_digits <> '';
create index customer_phone_end on customer (utility_id, reverse(phone_digits) text_pattern_ops)
  where phone_digits <> '';

-- What a customer's row said before each change. Erasing a customer takes the old values out; that
-- a change was made, when and by whom stays.
create table customer_change (
  utility_id uuid not null,
  customer_id uuid not null,
  -- The revision that the change made.
  revision integer not null check (revision > 1),
  changed_at_ms bigint not null,
  changed_by text not null,
  changed_fields text[] not null,
  before jsonb,
  primary key (utility_id, customer_id, revision),
  foreign key (utility_id, customer_id) references customer (utility_id, customer_id)
);
create function customer_change_only_erased() returns trigger
language plpgsql as $$
begin
  if new.before is not null
    or (new.utility_id, new.customer_id, new.revision, new.changed_at_ms, new.changed_by,
        new.changed_fields)
      is distinct from
       (old.utility_id, old.customer_id, old.revision, old.changed_at_ms, old.changed_by,
        old.changed_fields)
  then
    raise exception using errcode = 'WVV02', message = 'customer_change is append-only';
  end if;
  return new;
end
$$;
create trigger customer_change_only_erased before update on customer_change
  for each row execute function customer_change_only_erased();
create trigger customer_change_never_removed before delete or truncate on customer_change
  for each statement execute function vending_refuse_change();
create trigger customer_never_removed before delete or truncate on customer
  for each statement execute function vending_refuse_change();

alter table service_point
  add column revision integer not null default 1 check (revision > 0),
  add column words tsvector not null generated always as (
    array_to_tsvector(search_words(address || ' ' || area))
  ) stored;
drop index service_point_address;
create index service_point_words on service_point using gin (words);
create index service_point_code on service_point (utility_id, lower(code) text_pattern_ops);

alter table agreement
  add column revision integer not null default 1 check (revision > 0);
create index agreement_account
  on agreement (utility_id, lower(account_number) text_pattern_ops);
-- What an agreement was before each change; the tariff of a day in the past is found here.
create table agreement_change (
  utility_id uuid not null,
  agreement_id uuid not null,
  revision integer not null check (revision > 1),
  changed_at_ms bigint not null,
  changed_by text not null,
  before jsonb not null,
  primary key (utility_id, agreement_id, revision),
  foreign key (utility_id, agreement_id) references agreement (utility_id, agreement_id)
);
create trigger agreement_change_append_only before update or delete or truncate on agreement_change
  for each statement execute function vending_refuse_change();

alter table meter
  add column revision integer not null default 1 check (revision > 0);
-- Two meters at one place would share one agreement's steps and free units without anybody meaning it.
create unique index meter_at_place on meter (utility_id, service_point_id)
  where service_point_id is not null;

-- A deed at the desk that a client named: the same id with the same content is answered the same and
-- done once.
create table desk_operation (
  utility_id uuid not null,
  operation_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z_]*$'),
  request_hash bytea not null check (octet_length(request_hash) = 32),
  done_by text not null,
  done_at_ms bigint not null,
  -- What was answered, as ids and readings; never personal data.
  outcome jsonb not null,
  primary key (utility_id, operation_id),
  foreign key (utility_id) references utility (utility_id)
);

-- When each key was given to its meter; null for keys from before this was recorded.
alter table meter_key add column began_at_ms bigint;

-- Files that were imported. A trial run, and a file with wrong lines, leave nothing behind.
create table import_run (
  utility_id uuid not null,
  import_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z_]*$'),
  content_hash bytea not null check (octet_length(content_hash) = 32),
  imported_by text not null,
  imported_at_ms bigint not null,
  lines integer not null check (lines >= 0),
  -- Lines that said what was there already.
  skipped integer not null check (skipped between 0 and lines),
  made jsonb not null,
  primary key (utility_id, import_id),
  foreign key (utility_id) references utility (utility_id)
);
create trigger import_run_append_only before update or delete or truncate on import_run
  for each statement execute function vending_refuse_change();
