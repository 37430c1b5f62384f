-- The books of one utility in one row, all from one snapshot: $1 utility.
select
  (select count(*) from entry where utility_id = $1::uuid) as entries,
  (select coalesce(sum(posting_minor), 0)::text from posting where utility_id = $1::uuid)
    as sum_minor,
  (select count(*) from (
    select 1 from posting where utility_id = $1::uuid
    group by entry_id having sum(posting_minor) <> 0) as unbalanced) as entries_unbalanced,
  (select count(*) from entry e where e.utility_id = $1::uuid and not exists (
    select 1 from posting p where p.utility_id = e.utility_id and p.entry_id = e.entry_id))
    as entries_empty,
  (select count(*) from account_limit l where l.utility_id = $1::uuid and (
    l.posted_minor - l.reserved_minor < l.floor_minor
    or l.posted_minor <> -(select coalesce(sum(p.posting_minor), 0) from posting p
      where p.utility_id = l.utility_id and p.account_id = l.account_id)
    or l.reserved_minor <> (select coalesce(sum(r.reserved_minor), 0) from reservation r
      where r.utility_id = l.utility_id and r.account_id = l.account_id))) as limits_wrong
