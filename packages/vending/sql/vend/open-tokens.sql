-- $1 a token identifier of the part.
select vending_open_tokens($1::integer) as opened
