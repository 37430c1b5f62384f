-- What the server's role may do with the tables of the vending room; nothing else. Partitions need no
-- grants: rows are written and read through the table they belong to. A new table comes into one of
-- these lists; grants.test.ts tells when a statement needs more, or a list gives what none needs.

-- Written once and never changed.
grant select, insert on utility, vending_key, meter_key, meter_note, deposit, deposit_reversal,
  bank_batch, commission_rule, credit_limit_change, shift_count, vend_request, token, reprint,
  debt_change, agreement_change, import_run, statement_line, reconciliation_run,
  reconciliation_event, account_payment, account_payment_reversal, vend_resend, vend_taken_back, audit_event,
  event to wattvend_app;

-- Nothing but what a person may have erased.
grant select, insert, update (before) on customer_change to wattvend_app;

-- Changed, some of it, and never removed; triggers say what of them stays as it is.
grant select, insert, update on agreement, api_key, approval, audit_head, customer, debt,
  desk_operation, meter, meter_installation, observed_payment, operator_limit, payment_source,
  published_value, reconciliation_item, refund, sales_batch, service_point, shift, staff_user,
  statement_file, tariff_version, token_order, vend, vendor, vendor_day, webhook, webhook_delivery,
  wrong_meter_repair to wattvend_app;

-- Over once it has served: nothing that tells of money or of who did what.
grant select, insert, delete on passkey_challenge, recovery_code, request_nonce, vend_claim,
  vend_payment, vend_under_way to wattvend_app;
-- Sums for reports, made again whenever somebody likes.
grant select, insert, delete on report_day, sales_day, component_day to wattvend_app;
grant select, insert, update, delete on last_purchase to wattvend_app;

grant select, insert, update, delete on passkey, staff_session, totp to wattvend_app;

grant select on unpaired_line, reconciliation_candidate, sale_fact to wattvend_app;
