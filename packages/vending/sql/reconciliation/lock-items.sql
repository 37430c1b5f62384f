-- $1 utility, $2 item ids. In the order of their ids, so that two links never wait for each other.
select item_id from reconciliation_item
where utility_id = $1::uuid and item_id = any ($2::uuid[])
order by item_id
for update
