-- The action of that id as its client asked for it: $1 utility, $2 action id.
select item_id, content_hash from reconciliation_event
where utility_id = $1::uuid and action_id = $2::uuid and content_hash is not null
