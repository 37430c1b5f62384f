-- What was in a float at the two ends of a span, and in and out of it within: $1 utility, $2 the
-- float, $3 from, $4 to.
select
  coalesce(sum(-p.posting_minor) filter (where e.posted_at_ms < $3::bigint), 0)::bigint
    as opening_minor,
  coalesce(sum(-p.posting_minor), 0)::bigint as closing_minor
from posting p
join entry e on e.utility_id = p.utility_id and e.entry_id = p.entry_id
where p.utility_id = $1::uuid and p.account_id = $2::uuid and e.posted_at_ms < $4::bigint
