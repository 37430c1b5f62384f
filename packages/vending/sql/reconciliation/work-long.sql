-- For the rest of the transaction: a statement over a million lines takes longer than one of a till
-- may, and is sorted and hashed in more memory; and a plan made while a table was empty is no plan
-- for when it holds a million rows.
select set_config('statement_timeout', '60000', true), set_config('work_mem', '96MB', true),
  set_config('plan_cache_mode', 'force_custom_plan', true)
