-- Locks agreements and reads what purchases left behind: $1 utility, $2 agreement ids.
select agreement_id, purchase_state from agreement
where utility_id = $1::uuid and agreement_id = any ($2::uuid[])
order by agreement_id for no key update
