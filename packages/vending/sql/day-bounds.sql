-- A day in a time zone as a span of time, summer time and all: $1 date, $2 time zone.
select (extract(epoch from $1::date::timestamp at time zone $2::text) * 1000)::bigint as from_ms,
  (extract(epoch from ($1::date + 1)::timestamp at time zone $2::text) * 1000)::bigint as to_ms
