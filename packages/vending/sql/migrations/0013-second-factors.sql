-- Strong sign-in: passkeys, one-time codes, recovery codes, and what a session has shown.

alter table staff_session add column strong_at_ms bigint;

-- How often in a row somebody with the right password has guessed at the second factor.
alter table staff_user
  add column factor_failures integer not null default 0 check (factor_failures >= 0),
  add column factor_failed_at_ms bigint;

create table totp (
  utility_id uuid not null,
  user_id uuid not null,
  -- AES-256-GCM under a key that is not in the database.
  sealed_secret bytea not null,
  made_at_ms bigint not null,
  -- Null until a first code has shown that the secret arrived.
  confirmed_at_ms bigint,
  -- The half minute of the last code taken: each code is taken once.
  last_step bigint not null default 0,
  primary key (utility_id, user_id),
  foreign key (utility_id, user_id) references staff_user (utility_id, user_id)
);

create table recovery_code (
  utility_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  primary key (utility_id, user_id, code_hash),
  foreign key (utility_id, user_id) references staff_user (utility_id, user_id)
);

create table passkey (
  utility_id uuid not null,
  -- Base64url, as browsers say it.
  credential_id text not null check (credential_id <> ''),
  user_id uuid not null,
  name text not null check (name <> ''),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  -- Whether it is kept on several devices of its owner.
  is_synced boolean not null,
  made_at_ms bigint not null,
  last_used_at_ms bigint,
  primary key (utility_id, credential_id),
  foreign key (utility_id, user_id) references staff_user (utility_id, user_id)
);
create index passkey_of_user on passkey (utility_id, user_id);

-- What a browser was asked to sign. Each is taken once.
create table passkey_challenge (
  utility_id uuid not null,
  challenge text not null,
  purpose text not null check (purpose in ('sign_in', 'second_factor', 'registration')),
  user_id uuid,
  expires_at_ms bigint not null,
  primary key (utility_id, challenge),
  foreign key (utility_id) references utility (utility_id),
  foreign key (utility_id, user_id) references staff_user (utility_id, user_id),
  check ((purpose = 'sign_in') = (user_id is null))
);
create index passkey_challenge_user on passkey_challenge (utility_id, user_id);
create index passkey_challenge_expiry on passkey_challenge (utility_id, expires_at_ms);
