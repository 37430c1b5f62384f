-- Machine clients: what each may do and how often, a key it signs requests with, and the requests it
-- has signed lately, so that none is taken twice.

alter table api_key
  add column public_key bytea check (octet_length(public_key) = 32),
  add column signature_required boolean not null default false,
  add column permissions text[] not null default array['vend.sell', 'vend.read', 'vend.reprint',
    'quote', 'meter.read', 'customer.read', 'tariff.read', 'vendor.read', 'report.read'],
  -- Null for no limit of its own.
  add column requests_per_minute integer check (requests_per_minute > 0),
  add constraint api_key_signs check (not signature_required or public_key is not null),
  add constraint api_key_permissions_known check (
    cardinality(permissions) > 0 and permissions <@ array['vend.sell', 'vend.read', 'vend.reprint',
      'quote', 'meter.read', 'customer.read', 'tariff.read', 'vendor.read', 'report.read']
  );
alter table api_key alter column permissions drop default;

create table request_nonce (
  utility_id uuid not null,
  api_key_id uuid not null,
  nonce text not null,
  expires_at_ms bigint not null,
  primary key (utility_id, api_key_id, nonce),
  foreign key (utility_id, api_key_id) references api_key (utility_id, api_key_id)
);
create index request_nonce_expiry on request_nonce (utility_id, expires_at_ms);
