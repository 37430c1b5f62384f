-- The order that stands for a source: $1 utility, $2 kind, $3 source.
select order_id from token_order
where utility_id = $1::uuid and kind = $2::text and source_id = $3::uuid
  and state in ('requested', 'approved', 'executed')
