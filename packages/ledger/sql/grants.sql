-- What the server's role may do with the tables of the ledger; nothing else. Partitions need no
-- grants: rows are written and read through the table they belong to.

-- Written once.
grant select, insert on ledger, account, entry, exchange, reservation_void, ledger_block, ledger_day,
  account_day to wattvend_app;

-- A limit moves with what is posted; a reservation is over when it is resolved.
grant select, insert on account_limit, reservation, ledger_seal to wattvend_app;
grant update (posted_minor, reserved_minor, floor_minor) on account_limit to wattvend_app;
grant delete on reservation to wattvend_app;
-- Posting takes a share of the row, which needs the right to change it too; the trigger lets the
-- instant move forwards only.
grant update (closed_to_ms) on ledger_seal to wattvend_app;

grant execute on function ledger_open_months(integer, integer) to wattvend_app;
