-- Holds an order until the transaction ends: $1 utility, $2 id.
select state from approval where utility_id = $1::uuid and approval_id = $2::uuid for update
