-- What is typed as queries over words, each null when it has none: $1 typed. `…_least` are the parts
-- that the indexes answer fast, and `…_any` those words one by one.
select q.whole,
  search_rare_query($1::text, 'customer', '&')::text as names_least,
  search_rare_query($1::text, 'customer', '|')::text as names_any,
  search_rare_query($1::text, 'service_point', '&')::text as places_least,
  search_rare_query($1::text, 'service_point', '|')::text as places_any,
  cardinality(search_words($1::text)) as words
from (select search_query($1::text)::text as whole) q
