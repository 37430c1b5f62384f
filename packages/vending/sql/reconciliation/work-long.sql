-- A statement over a million lines takes longer than one of a till may.
select set_config('statement_timeout', '60000', true)
