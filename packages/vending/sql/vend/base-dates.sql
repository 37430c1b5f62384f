-- The base dates from which the utility's keys count: $1 utility.
select distinct base_date from vending_key where utility_id = $1::uuid
