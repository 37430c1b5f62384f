-- What happened, for whoever wants to be told: events, the webhooks that asked for them, and what
-- became of each message. An event is kept only when a webhook wants it; the facts themselves stand
-- in the tables they are told from.

create table webhook (
  utility_id uuid not null,
  webhook_id uuid not null,
  url text not null check (url <> ''),
  description text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  -- Null for the utility's own: it is told of all vendors.
  vendor_id uuid,
  -- Which secret signs; a new one is made by counting up. The one before signs too for a while.
  secret_generation integer not null check (secret_generation > 0),
  rotated_at_ms bigint,
  created_by text not null,
  created_at_ms bigint not null,
  stopped_at_ms bigint,
  primary key (utility_id, webhook_id),
  foreign key (utility_id) references utility (utility_id),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id)
);
create index webhook_vendor on webhook (utility_id, vendor_id);

create table event (
  utility_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  -- Of the thing that happened; a thing of one kind happens once.
  subject_id uuid not null,
  occurred_at_ms bigint not null,
  data jsonb not null,
  primary key (utility_id, kind, subject_id)
);

create table webhook_delivery (
  utility_id uuid not null,
  webhook_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  occurred_at_ms bigint not null,
  state text not null check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null check (attempts >= 0),
  -- Also the lease of an attempt under way: whoever is killed meanwhile is followed up.
  next_attempt_at_ms bigint not null,
  last_attempt_at_ms bigint,
  last_status integer,
  last_fault text,
  delivered_at_ms bigint,
  primary key (utility_id, webhook_id, kind, subject_id),
  foreign key (utility_id, webhook_id) references webhook (utility_id, webhook_id),
  foreign key (utility_id, kind, subject_id) references event (utility_id, kind, subject_id),
  check ((state = 'delivered') = (delivered_at_ms is not null))
) with (fillfactor = 80);
create index webhook_delivery_event on webhook_delivery (utility_id, kind, subject_id);
create index webhook_delivery_due on webhook_delivery (utility_id, webhook_id, next_attempt_at_ms)
  where state = 'pending';
create index webhook_delivery_newest
  on webhook_delivery (utility_id, webhook_id, occurred_at_ms, subject_id);

create trigger event_append_only before update or delete or truncate on event
  for each statement execute function vending_refuse_change();
create trigger webhook_never_removed before delete or truncate on webhook
  for each statement execute function vending_refuse_change();
create trigger webhook_delivery_never_removed before delete or truncate on webhook_delivery
  for each statement execute function vending_refuse_change();
