-- What is known now: $1 utility, $2 source, $3 run, then arrays. A payment that was seen before
-- changes only when its token has come. Of vends with their tokens, the second with a payment
-- reference repeats it; a vend that failed leaves its reference to the next one.
insert into observed_payment (utility_id, source_id, known_kind, known_id, item_id, reference,
  meter_number, vendor_id, known_minor, known_at_ms, has_token, repeats, changed_run_id)
select $1::uuid, $2::uuid, n.known_kind, n.known_id, n.item_id, n.reference, n.meter_number,
  n.vendor_id, n.known_minor, n.known_at_ms, n.has_token,
  n.known_kind = 'vend' and n.has_token and n.reference is not null and (e.found is not null
    or row_number() over (partition by n.known_kind, n.has_token, n.reference
      order by n.known_at_ms, n.known_id) > 1),
  $3::uuid
from unnest($4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::bigint[],
  $11::bigint[], $12::boolean[])
  as n (known_kind, known_id, item_id, reference, meter_number, vendor_id, known_minor, known_at_ms,
    has_token)
left join lateral (
  select true as found from observed_payment o
  where o.utility_id = $1::uuid and o.source_id = $2::uuid and o.reference = n.reference
    and o.known_kind = 'vend' and o.has_token and not o.repeats and o.known_id <> n.known_id
  limit 1
) e on true
on conflict (utility_id, source_id, known_kind, known_id) do update
set has_token = true, repeats = excluded.repeats, changed_run_id = excluded.changed_run_id
where excluded.has_token and not observed_payment.has_token
