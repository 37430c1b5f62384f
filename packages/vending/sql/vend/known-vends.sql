-- Which of some vends are there already, and what they were asked for: $1 utility, $2 vend ids.
select vend_id, request_hash from vend_request
where utility_id = $1::uuid and vend_id = any ($2::uuid[])
