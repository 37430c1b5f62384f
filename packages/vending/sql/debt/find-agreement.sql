-- $1 utility, $2 agreement.
select agreement_id, ended_at_ms from agreement
where utility_id = $1::uuid and agreement_id = $2::uuid
