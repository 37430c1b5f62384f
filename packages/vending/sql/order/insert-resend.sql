-- $1 utility, $2 vend, $3 resend, $4 when, $5 by whom, $6 carrier.
insert into vend_resend (utility_id, vend_id, resend_id, wanted_at_ms, wanted_by, carrier)
values ($1::uuid, $2::uuid, $3::uuid, $4::bigint, $5::text, $6::text)
on conflict (utility_id, vend_id, resend_id) do nothing
