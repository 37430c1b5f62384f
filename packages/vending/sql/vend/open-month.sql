-- $1 month, yyyymm.
select vending_open_month($1::integer) as opened
