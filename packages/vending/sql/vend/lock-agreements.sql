-- Locks the agreements under which some meters are supplied, in the order of their ids: $1 utility,
-- $2 meter numbers. What was bought and is owed is read and changed under this lock.
select a.agreement_id from agreement a
where a.utility_id = $1::uuid and a.agreement_id in (
  select s.agreement_id from meter m
  join agreement s on s.utility_id = m.utility_id and s.service_point_id = m.service_point_id
    and s.ended_at_ms is null
  where m.utility_id = $1::uuid and m.drn = any ($2::text[])
)
order by a.agreement_id for no key update
