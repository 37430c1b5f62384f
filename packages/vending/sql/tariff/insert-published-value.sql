-- $1 utility, $2 component, $3 month, $4 revision, $5 price, $6 by whom, $7 when.
insert into published_value (utility_id, component_id, month, revision, price_e4_minor, published_by,
  published_at_ms)
values ($1::uuid, $2::text, $3::integer, $4::integer, $5::bigint, $6::text, $7::bigint)
