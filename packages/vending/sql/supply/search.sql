-- What one box finds, the best first: $1 utility, $2 the typed words as a query or null, and of that
-- $3 and $4 what names and places are looked up by, $5 and $6 single words of names and places when
-- several are typed or null; $7 digits when nothing else is typed or null, $8 a pattern for the start
-- of a number in small letters or null, $9 digits of a telephone number or null, $10 how many,
-- $11 what is typed.
-- A row of `found` is a place, an agreement, a meter or a customer; the place comes first where
-- there is one, so that a customer with a meter is shown once.
with named as (
  select customer_id, words from customer
  where utility_id = $1::uuid
    and words @@ $3::tsquery and ($2::text = $3::text or (words || ''::tsvector) @@ $2::tsquery)
  limit 100
),
phoned as (
  (select customer_id from customer where utility_id = $1::uuid and phone_digits <> ''
    and phone_digits like $9::text || '%' limit 50)
  union
  (select customer_id from customer where utility_id = $1::uuid and phone_digits <> ''
    and reverse(phone_digits) like reverse($9::text) || '%' limit 50)
),
placed as (
  select service_point_id from service_point
  where utility_id = $1::uuid
    and words @@ $4::tsquery and ($2::text = $4::text or (words || ''::tsvector) @@ $2::tsquery)
  limit 100
),
-- A name and a street typed together: looked for among those who have at least one of the words.
half_named as (
  select customer_id, words from customer
  where utility_id = $1::uuid and words @@ $5::tsquery
  limit 1000
),
half_placed as (
  select service_point_id, words from service_point
  where utility_id = $1::uuid and words @@ $6::tsquery
  limit 1000
),
found (place, service_point_id, agreement_id, meter_id, customer_id) as (
  (select case when drn = $7::text then 0 else 3 end, service_point_id, null::uuid, meter_id,
    null::uuid
  from meter
  where utility_id = $1::uuid and drn >= $7::text and drn <= $7::text || '9999999999999'
    and starts_with(drn, $7::text)
  order by drn limit 50)
  union all
  (select case when lower(account_number) = lower($11::text) then 1 else 4 end, service_point_id,
    agreement_id, null, customer_id
  from agreement where utility_id = $1::uuid and lower(account_number) like $8::text
  limit 50)
  union all
  (select case when lower(code) = lower($11::text) then 2 else 5 end, service_point_id, null, null,
    null
  from service_point where utility_id = $1::uuid and lower(code) like $8::text
  limit 50)
  union all
  select 6, a.service_point_id, null, null, c.customer_id
  from phoned c left join agreement a on a.utility_id = $1::uuid
    and a.customer_id = c.customer_id and a.ended_at_ms is null
  union all
  select 7, a.service_point_id, null, null, c.customer_id
  from named c left join agreement a on a.utility_id = $1::uuid
    and a.customer_id = c.customer_id and a.ended_at_ms is null
  union all
  select 8, service_point_id, null, null, null from placed
  union all
  select 9, a.service_point_id, null, null, c.customer_id
  from half_named c
  join agreement a on a.utility_id = $1::uuid and a.customer_id = c.customer_id
    and a.ended_at_ms is null
  join service_point p on p.utility_id = $1::uuid and p.service_point_id = a.service_point_id
  where (c.words || p.words) @@ $2::tsquery
  union all
  select 9, p.service_point_id, null, null, c.customer_id
  from half_placed p
  join agreement a on a.utility_id = $1::uuid and a.service_point_id = p.service_point_id
    and a.ended_at_ms is null
  join customer c on c.utility_id = $1::uuid and c.customer_id = a.customer_id
  where (c.words || p.words) @@ $2::tsquery
),
-- One row for each place, or for what has no place: an ended agreement, a meter in store, a customer
-- whom nobody supplies.
best as (
  select distinct on (coalesce(f.service_point_id, f.meter_id, f.customer_id),
      case when a.ended_at_ms is null then null else a.agreement_id end)
    f.place, f.service_point_id, f.meter_id, f.customer_id,
    case when a.ended_at_ms is null then null else a.agreement_id end as ended_agreement_id
  from found f
  left join agreement a on a.utility_id = $1::uuid and a.agreement_id = f.agreement_id
  order by coalesce(f.service_point_id, f.meter_id, f.customer_id),
    case when a.ended_at_ms is null then null else a.agreement_id end, f.place
)
select b.place, p.service_point_id, p.code, p.address, p.area, m.drn, m.status, a.agreement_id,
  a.account_number, a.ended_at_ms, c.customer_id, c.name as customer_name, c.phone
from best b
left join service_point p
  on p.utility_id = $1::uuid and p.service_point_id = b.service_point_id
left join agreement a on a.utility_id = $1::uuid
  and ((b.ended_agreement_id is not null and a.agreement_id = b.ended_agreement_id)
    or (b.ended_agreement_id is null and a.service_point_id = b.service_point_id
      and a.ended_at_ms is null))
left join meter m on m.utility_id = $1::uuid
  and ((b.service_point_id is null and m.meter_id = b.meter_id)
    or (b.ended_agreement_id is null and m.service_point_id = b.service_point_id))
left join customer c
  on c.utility_id = $1::uuid and c.customer_id = coalesce(a.customer_id, b.customer_id)
order by b.place, lower(c.name), p.code, m.drn, c.customer_id
limit $10::integer
