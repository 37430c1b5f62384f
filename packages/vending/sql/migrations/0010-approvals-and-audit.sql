-- Deeds that need two people, and the record of who did what.

create table approval (
  utility_id uuid not null,
  -- The id of the order that is to be approved.
  approval_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,63}$'),
  subject jsonb not null check (jsonb_typeof(subject) = 'object'),
  -- SHA-256 of the order as it was asked for: the same id with other content is a conflict.
  order_hash bytea not null check (octet_length(order_hash) = 32),
  summary text not null check (summary <> ''),
  document_reference text,
  reason text not null check (reason <> ''),
  requested_by uuid not null,
  requested_at_ms bigint not null,
  expires_at_ms bigint not null check (expires_at_ms > requested_at_ms),
  state text not null check (state in ('requested', 'approved', 'rejected', 'withdrawn', 'expired')),
  decided_by uuid,
  decided_at_ms bigint,
  decision_reason text,
  primary key (utility_id, approval_id),
  foreign key (utility_id) references utility (utility_id),
  foreign key (utility_id, requested_by) references staff_user (utility_id, user_id),
  foreign key (utility_id, decided_by) references staff_user (utility_id, user_id),
  -- The two-person rule itself.
  constraint approval_two_people check (state <> 'approved' or decided_by <> requested_by),
  constraint approval_rejected_by_another check (state <> 'rejected' or decided_by <> requested_by),
  constraint approval_withdrawn_by_requester check (
    state <> 'withdrawn' or decided_by = requested_by
  ),
  constraint approval_decision_whole check (
    case state
      when 'requested' then decided_by is null and decided_at_ms is null and decision_reason is null
      when 'expired' then decided_by is null and decided_at_ms is not null and decision_reason is null
      else decided_by is not null and decided_at_ms is not null
    end
  ),
  constraint approval_decided_in_time check (
    state not in ('approved', 'rejected') or decided_at_ms < expires_at_ms
  )
);
create index approval_requested_by on approval (utility_id, requested_by);
create index approval_decided_by on approval (utility_id, decided_by);
create index approval_by_time on approval (utility_id, requested_at_ms, approval_id);

-- Only an open order is decided, once, and nothing else of it ever changes.
create function approval_only_decided() returns trigger
language plpgsql as $$
begin
  if old.state <> 'requested' or new.state = 'requested'
    or (new.utility_id, new.approval_id, new.kind, new.subject, new.order_hash, new.summary,
        new.document_reference, new.reason, new.requested_by, new.requested_at_ms,
        new.expires_at_ms)
      is distinct from
       (old.utility_id, old.approval_id, old.kind, old.subject, old.order_hash, old.summary,
        old.document_reference, old.reason, old.requested_by, old.requested_at_ms,
        old.expires_at_ms)
  then
    raise exception using errcode = 'WVV02', message = 'an order for approval is only decided, once';
  end if;
  return new;
end
$$;
create trigger approval_only_decided before update on approval
  for each row execute function approval_only_decided();
create trigger approval_never_removed before delete or truncate on approval
  for each statement execute function vending_refuse_change();

-- Each event carries the hash of the one before, so that editing, removing or reordering one is found.
create table audit_event (
  utility_id uuid not null,
  sequence bigint not null check (sequence > 0),
  happened_at_ms bigint not null,
  actor_kind text not null check (actor_kind in ('user', 'machine', 'server', 'nobody')),
  actor_id uuid,
  -- Of the client, as the server saw it.
  address text,
  what text not null check (what ~ '^[a-z][a-z0-9_.]{0,63}$'),
  subject_kind text check (subject_kind ~ '^[a-z][a-z_]{0,63}$'),
  subject_id text,
  details jsonb not null check (jsonb_typeof(details) = 'object'),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (utility_id, sequence),
  check ((actor_kind in ('user', 'machine')) = (actor_id is not null)),
  check ((subject_kind is null) = (subject_id is null))
);
create index audit_event_of_actor on audit_event (utility_id, actor_id, sequence)
  where actor_id is not null;
create index audit_event_of_subject on audit_event (utility_id, subject_kind, subject_id, sequence)
  where subject_id is not null;
create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function vending_refuse_change();

-- The end of each utility's chain; held by whoever adds the next event.
create table audit_head (
  utility_id uuid not null,
  sequence bigint not null check (sequence >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (utility_id),
  foreign key (utility_id) references utility (utility_id)
);
create trigger audit_head_never_removed before delete or truncate on audit_head
  for each statement execute function vending_refuse_change();
