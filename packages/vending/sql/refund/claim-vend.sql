-- Takes a vend for one deed; nothing is written when another one has it: $1 utility, $2 vend,
-- $3 deed, $4 its id.
insert into vend_claim (utility_id, vend_id, deed, deed_id)
values ($1::uuid, $2::uuid, $3::text, $4::uuid)
on conflict (utility_id, vend_id) do nothing
