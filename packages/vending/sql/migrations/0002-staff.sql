-- Who may do what: people with passwords and sessions, and machine clients with keys. Secrets are
-- stored as hashes only: scrypt for what a person remembers, SHA-256 for 256 bits of chance.

create table staff_user (
  utility_id uuid not null,
  user_id uuid not null,
  sign_in_name text not null check (sign_in_name <> '' and sign_in_name = lower(sign_in_name)),
  display_name text not null check (display_name <> ''),
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['cashier', 'operator']),
  vendor_id uuid,
  -- Null for a user who cannot sign in by password, such as the demo's.
  password_hash text,
  created_at_ms bigint not null,
  disabled_at_ms bigint,
  primary key (utility_id, user_id),
  unique (utility_id, sign_in_name),
  foreign key (utility_id) references utility (utility_id),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id),
  -- Whoever sells, sells on a vendor's float.
  check (vendor_id is not null or not ('cashier' = any (roles)))
);
create index staff_user_vendor on staff_user (utility_id, vendor_id);

create table staff_session (
  utility_id uuid not null,
  session_hash bytea not null check (octet_length(session_hash) = 32),
  user_id uuid not null,
  opened_at_ms bigint not null,
  last_seen_at_ms bigint not null,
  primary key (utility_id, session_hash),
  foreign key (utility_id, user_id) references staff_user (utility_id, user_id)
);
create index staff_session_user on staff_session (utility_id, user_id);
create index staff_session_seen on staff_session (utility_id, last_seen_at_ms);

create table api_key (
  utility_id uuid not null,
  api_key_id uuid not null,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  vendor_id uuid not null,
  name text not null check (name <> ''),
  created_at_ms bigint not null,
  revoked_at_ms bigint,
  primary key (utility_id, api_key_id),
  unique (utility_id, secret_hash),
  foreign key (utility_id, vendor_id) references vendor (utility_id, vendor_id)
);
create index api_key_vendor on api_key (utility_id, vendor_id);
