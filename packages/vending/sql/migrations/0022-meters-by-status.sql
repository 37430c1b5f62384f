-- The store, and what was taken down, are found without looking at every meter on a wall.
create index meter_by_status on meter (utility_id, status, drn) where status <> 'active';
