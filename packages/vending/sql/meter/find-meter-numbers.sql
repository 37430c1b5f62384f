-- Numbers of installed meters that a typed text finds, after a number: $1 utility, $2 the typed words
-- as a query or null, $3 and $4 what names and places are looked up by, $5 the start of a number or
-- null, $6 after, $7 how many. Of words that very many have, two thousand rows are looked at.
with named as (
  select customer_id from customer
  where utility_id = $1::uuid
    and words @@ $3::tsquery and ($2::text = $3::text or (words || ''::tsvector) @@ $2::tsquery)
  limit 2000
),
placed as (
  select service_point_id from service_point
  where utility_id = $1::uuid
    and words @@ $4::tsquery and ($2::text = $4::text or (words || ''::tsvector) @@ $2::tsquery)
  limit 2000
)
select drn from (
  (select drn from meter
  where utility_id = $1::uuid and service_point_id is not null and drn > $6::text
    and drn >= $5::text and drn <= $5::text || '9999999999999' and starts_with(drn, $5::text)
  order by drn limit $7::integer)
  union
  select m.drn from placed p
  join meter m on m.utility_id = $1::uuid and m.service_point_id = p.service_point_id
  union
  select m.drn from named c
  join agreement a on a.utility_id = $1::uuid and a.customer_id = c.customer_id
    and a.ended_at_ms is null
  join meter m on m.utility_id = $1::uuid and m.service_point_id = a.service_point_id
) as found
where drn > $6::text
order by drn limit $7::integer
