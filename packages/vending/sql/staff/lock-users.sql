-- Holds users still, always in the same order: $1 utility, $2 their ids. Nobody opens a session of
-- a held user until it is let go, since a session refers to its user.
select user_id, disabled_at_ms is not null as disabled
from staff_user
where utility_id = $1::uuid and user_id = any ($2::uuid[])
order by user_id
for update
