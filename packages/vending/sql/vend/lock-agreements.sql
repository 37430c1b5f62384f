-- Locks the agreements under which some meters are supplied, in the order of their ids: $1 utility,
-- $2 meter numbers. What was bought and is owed is read and changed under this lock.
-- Arrays instead of joins, so that a plan made while the tables were empty is no worse than a scan.
select a.agreement_id from agreement a
where a.utility_id = $1::uuid and a.agreement_id = any (array(
  select s.agreement_id from agreement s
  where s.utility_id = $1::uuid and s.ended_at_ms is null and s.service_point_id = any (array(
    select m.service_point_id from meter m
    where m.utility_id = $1::uuid and m.drn = any ($2::text[])
  ))
))
order by a.agreement_id for no key update
