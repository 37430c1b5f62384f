-- $1 utility, $2 the source asked for or null for all.
select source_id, settings from payment_source
where utility_id = $1::uuid and ($2::uuid is null or source_id = $2::uuid)
order by name
