-- $1 the first month, $2 the last. A select, and safe to repeat: what is there stays as it is.
select ledger_open_months($1::integer, $2::integer) as opened
