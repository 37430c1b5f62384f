select agreement_id from agreement
where utility_id = $1::uuid and agreement_id = $2::uuid
for update
