-- Takes all that was added up away, to be made again: $1 utility.
with sales as (delete from sales_day where utility_id = $1::uuid),
  components as (delete from component_day where utility_id = $1::uuid)
delete from last_purchase where utility_id = $1::uuid
