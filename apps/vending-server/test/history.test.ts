/** A town's past, lived through in a real database with a real module, holds what a utility's does. */
import { instant } from '@wattvend/quantities/time.js';
import { checkAgreement } from '@wattvend/vending/agreement.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePast, type Past } from './past-world.ts';

const DAYS = 70;
const METERS = 40;
const BEGIN = instant(Date.UTC(2026, 0, 10, 9, 30));

let past: Past;

beforeAll(async () => {
  past = await makePast({ seed: 7, meters: METERS, days: DAYS, begin: BEGIN });
}, 120_000);
afterAll(() => past.close());

test('each day is lived once, in order', () => {
  expect(past.dates).toHaveLength(DAYS);
  expect(past.dates[0]).toBe('2026-01-10');
  expect(past.dates.at(-1)).toBe('2026-03-20');
  expect([...past.dates].sort()).toEqual(past.dates);
});

test('ledger, tokens and module agree', async () => {
  const { scratch, module, utility } = past;
  const { agree } = await checkAgreement(scratch.database, module, utility.utilityId);
  expect(agree).toBe(true);
  const [sold] = await past.rows(`select count(*) as vends, count(distinct meter_id) as meters,
    count(distinct vendor_id) as vendors, count(distinct month) as months
    from vend where kind = 'sale' and state = 'posted'
      and vend_id not in (select new_vend_id from wrong_meter_repair where new_vend_id is not null)`);
  expect(sold?.['vends']).toBe(BigInt(past.result.vends));
  expect(past.result.vends).toBeGreaterThan(200);
  expect(sold).toMatchObject({ vendors: 5n, months: 3n });
});

test('only for want of money, or of a vendor, is something not sold', () => {
  const wanted = new Set([
    'debt_exceeds_purchase',
    'charges_exceed_purchase',
    'tendered_below_minimum',
    // For two days nobody may sell by mobile money.
    'vendor_suspended',
  ]);
  expect(Object.keys(past.result.refused).filter((code) => !wanted.has(code))).toEqual([]);
});

test('no vend is of a day before its meter hung there, and none of tomorrow', async () => {
  const wrong = await past.rows(`select v.vend_id from vend v
    where v.requested_at_ms > ${BEGIN + DAYS * 86_400_000}
      or not exists (select from meter_installation i where i.meter_id = v.meter_id
        and i.installed_at_ms <= v.requested_at_ms)`);
  expect(wrong).toEqual([]);
});

test('the last day ends where the clock stands, and its tills are open', async () => {
  const noon = instant(Date.UTC(2026, 0, 11, 12, 30));
  const begin = instant(noon - 2 * 86_400_000 + 43_200_000);
  const cut = await makePast({ seed: 7, meters: METERS, days: 2, begin, end: noon });
  expect(cut.dates).toEqual(['2026-01-10', '2026-01-11']);
  const [found] = await cut.rows<Readonly<Record<'last' | 'today' | 'open', bigint>>>(`select
    (select max(requested_at_ms) from vend) as last,
    (select count(*) from vend where requested_at_ms > ${Date.UTC(2026, 0, 10, 22)}) as today,
    (select count(*) from shift where closed_at_ms is null) as open`);
  expect(Number(found?.last)).toBeLessThanOrEqual(noon);
  expect(Number(found?.today)).toBeGreaterThan(0);
  expect(Number(found?.open)).toBeGreaterThan(0);
  await cut.close();
}, 60_000);

test('there is something of everything that pages show', async () => {
  const [counts] = await past.rows(`select
    (select count(*) from vend where kind = 'sale' and free_tenth_kwh > 0) as free,
    (select count(*) from vend where kind = 'free_units') as claimed,
    (select count(*) from vend where kind = 'free_issue') as free_issues,
    (select count(*) from vend where kind = 'engineering') as engineering,
    (select count(*) from vend where kind = 'transfer') as transfers,
    (select count(*) from debt) as debts,
    (select count(*) from debt where owed_minor < principal_minor) as collected,
    (select count(*) from debt where state = 'settled') as settled,
    (select count(*) from debt where state = 'written_off') as written_off,
    (select count(distinct tariff_version) from vend) - 1 as prices_raised,
    (select count(*) from published_value where approved_by is not null) as published,
    (select count(*) from shift where closed_at_ms is not null and difference_minor = 0) as counted,
    (select count(*) from shift where difference_minor <> 0) as shifts_out,
    (select count(*) from entry where kind = 'cash_difference') as differences_posted,
    (select count(*) from sales_batch) as sales_batches,
    (select count(*) from bank_batch) as bank_batches,
    (select count(*) from deposit where bank_batch_id is not null) as deposits_of_batches,
    (select count(*) from deposit_reversal where approved_by is not null) as reversals,
    (select count(*) from vendor_day where state = 'closed' and commission_minor > 0
      and commission_paid = 'daily') as days_ended,
    (select count(*) from vendor_day where commission_paid = 'monthly'
      and commission_minor > 0) as commission_owed,
    (select count(*) from vendor where credit_limit_minor > 0) as vendors_on_credit,
    (select count(*) from audit_event where what = 'vendor.suspended') as suspensions,
    (select count(*) from audit_event where what = 'vendor.resumed') as resumptions,
    (select count(*) from account_payment where kind = 'debt') as debts_paid,
    (select count(*) from account_payment where kind = 'tamper') as fines,
    (select count(*) from account_payment where kind = 'connection') as connections,
    (select count(*) from account_payment where kind = 'conversion') as conversions,
    (select count(*) from account_payment_reversal) as payments_given_back,
    (select count(*) from refund where state = 'posted' and money_to = 'vendor_float') as to_floats,
    (select count(*) from refund where state = 'posted' and money_to = 'bank'
      and unused_tenth_kwh is not null) as parts,
    (select count(*) from refund where state = 'posted' and money_to = 'debt') as to_debts,
    (select count(*) from refund where state = 'posted' and money_to = 'customer_credit') as credits,
    (select count(*) from wrong_meter_repair where state = 'executed') as repairs,
    (select count(*) from token_order where state = 'executed') as orders,
    (select count(*) from reconciliation_run) as runs,
    (select count(*) from reconciliation_item where class = 'matched') as matched,
    (select count(*) from reconciliation_item where class <> 'matched') as unmatched,
    (select count(*) from report_day) as days_added_up,
    (select count(*) from ledger_day) as ledger_days`);
  for (const [name, count] of Object.entries(counts ?? {})) {
    expect.soft(Number(count), name).toBeGreaterThan(0);
  }
});

test('the same seed sells the same, another one something else', async () => {
  const again = await makePast({ seed: 7, meters: METERS, days: DAYS, begin: BEGIN });
  const other = await makePast({ seed: 8, meters: METERS, days: DAYS, begin: BEGIN });
  expect(again.result).toEqual(past.result);
  expect(other.result).not.toEqual(past.result);
  await Promise.all([again.close(), other.close()]);
}, 120_000);
