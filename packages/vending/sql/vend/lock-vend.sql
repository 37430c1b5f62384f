-- So that two reprints at once get two numbers: $1 utility, $2 vend id.
select v.state from vend_request r
join vend v on v.utility_id = r.utility_id and v.month = r.month and v.vend_id = r.vend_id
where r.utility_id = $1::uuid and r.vend_id = $2::uuid for update of v
