-- Writes the next block over what is closed and in no block yet: $1 utility, $2 ledger, $3 how many
-- entries it takes at most (more, if they were posted in one millisecond). The octets that are hashed
-- are described in README.md, format 1. Entries that are closed can change no more, so whoever
-- comes second would write the same and leaves it.
with start as materialized (
  select coalesce(b.block_number, 0) + 1 as block_number, coalesce(b.to_ms, 0) as from_ms,
    coalesce(b.hash, sha256('wattvend ledger 1'::bytea || '\x0a'::bytea || uuid_send(l.utility_id)
      || uuid_send(l.ledger_id) || convert_to(l.currency_code, 'UTF8')
      || int4send(l.decimal_places::integer))) as previous_hash,
    s.closed_to_ms
  from ledger l
  join ledger_seal s on s.utility_id = l.utility_id and s.ledger_id = l.ledger_id
  left join lateral (
    select block_number, to_ms, hash from ledger_block
    where utility_id = l.utility_id and ledger_id = l.ledger_id
    order by block_number desc limit 1) as b on true
  where l.utility_id = $1::uuid and l.ledger_id = $2::uuid
),
span as materialized (
  select s.block_number, s.from_ms, s.previous_hash, least(s.closed_to_ms, (
    select e.posted_at_ms from entry e
    where e.utility_id = $1::uuid and e.ledger_id = $2::uuid
      and e.posted_at_ms > s.from_ms and e.posted_at_ms <= s.closed_to_ms
    order by e.posted_at_ms offset $3::integer - 1 limit 1)) as to_ms
  from start s
),
hashed as materialized (
  select e.posted_at_ms, e.entry_id, e.month, l.debit_minor,
    sha256('wattvend entry 1'::bytea || '\x0a'::bytea || uuid_send(e.utility_id)
      || uuid_send(e.ledger_id) || uuid_send(e.entry_id) || int4send(e.month)
      || int8send(e.posted_at_ms) || int4send(octet_length(e.kind)) || convert_to(e.kind, 'UTF8')
      || int4send(cardinality(e.account_ids)) || l.octets) as entry_hash
  from span s
  join entry e on e.utility_id = $1::uuid and e.ledger_id = $2::uuid
    and e.posted_at_ms > s.from_ms and e.posted_at_ms <= s.to_ms
  cross join lateral (
    select string_agg(uuid_send(account_id) || int8send(money_minor), ''::bytea order by position)
        as octets,
      sum(money_minor) filter (where money_minor > 0) as debit_minor
    from unnest(e.account_ids, e.money_minor) with ordinality
      as leg (account_id, money_minor, position)) as l
),
summed as materialized (
  select count(*) as entry_count, coalesce(sum(debit_minor), 0) as debit_minor,
    sha256(coalesce(string_agg(entry_hash, ''::bytea order by posted_at_ms, entry_id, month), ''))
      as entries_hash,
    coalesce(string_agg(substr(entry_hash, 1, 4), ''::bytea order by posted_at_ms, entry_id, month),
      '') as entry_marks
  from hashed
)
insert into ledger_block (utility_id, ledger_id, block_number, format, from_ms, to_ms, entry_count,
  debit_minor, previous_hash, entries_hash, hash, entry_marks)
select $1::uuid, $2::uuid, s.block_number, 1, s.from_ms, s.to_ms, t.entry_count, t.debit_minor,
  s.previous_hash, t.entries_hash,
  sha256('wattvend block 1'::bytea || '\x0a'::bytea || uuid_send($1::uuid) || uuid_send($2::uuid)
    || int8send(s.block_number) || int8send(s.from_ms) || int8send(s.to_ms)
    || int8send(t.entry_count) || int4send(length(t.debit_minor::text))
    || convert_to(t.debit_minor::text, 'UTF8') || s.previous_hash || t.entries_hash),
  t.entry_marks
from span s cross join summed t
where s.to_ms > s.from_ms
on conflict do nothing
returning block_number, to_ms
