/**
 * Every report agrees with a sum that is made in another way: plain SQL over vends, lines, cases and
 * the legs of the ledger's entries of a past that was lived through (past-sums.ts).
 */
import { readFile } from 'node:fs/promises';
import { closeLedgerDays } from '@wattvend/ledger/close-days.js';
import { verifyChain } from '@wattvend/ledger/verify-chain.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { closeDays, forgetDays } from '@wattvend/vending/closed-days.js';
import { componentsReport } from '@wattvend/vending/components.js';
import { boundsOf } from '@wattvend/vending/day-span.js';
import { debtReport } from '@wattvend/vending/debt-report.js';
import { accountMovements } from '@wattvend/vending/ledger-figures.js';
import { monthEnd } from '@wattvend/vending/month-end.js';
import { MONTH_END_TABLES, monthEndTables } from '@wattvend/vending/month-end-tables.js';
import { tableCsv } from '@wattvend/vending/report-table.js';
import { salesReport } from '@wattvend/vending/sales.js';
import type { VendorId } from '@wattvend/vending/vend.js';
import { countZeroBuyers, listZeroBuyers } from '@wattvend/vending/zero-buyers.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Span, TakenBack } from './past-sums.ts';
import {
  accountSums,
  componentSums,
  debtSums,
  KEYS,
  PERIODS,
  salesAccounts,
  salesSums,
  takenBack,
} from './past-sums.ts';
import { makePast, type Past } from './past-world.ts';

const DAYS = 130;
const METERS = 60;
const BEGIN = instant(Date.UTC(2026, 0, 10, 9, 30));
const DAY_MS = 86_400_000;

let past: Past;
let taken: readonly TakenBack[];
/** All of it, a month in the middle, and a day. */
let spans: readonly Span[];

beforeAll(async () => {
  past = await makePast({ seed: 11, meters: METERS, days: DAYS, begin: BEGIN });
  taken = await takenBack(past);
  spans = [
    { from: past.dates[0] ?? '', to: past.dates.at(-1) ?? '' },
    { from: '2026-03-01', to: '2026-03-31' },
    { from: '2026-02-17', to: '2026-02-17' },
  ];
}, 180_000);
afterAll(() => past.close());

const text = (value: bigint | number): string => String(value);

function byPeriodAndKey<Row extends { readonly period: string; readonly key: string }>(
  rows: readonly Row[],
): readonly Row[] {
  return [...rows].sort((a, b) => (a.period + a.key < b.period + b.key ? -1 : 1));
}

async function sales(
  by: keyof typeof KEYS,
  per: keyof typeof PERIODS,
  span: Span,
  vendorId: VendorId | null,
): Promise<readonly unknown[]> {
  const { database } = past.scratch;
  const report = await salesReport(database, past.utility, { ...span, by, per, vendorId });
  return byPeriodAndKey(report.rows).map((row) => ({
    ...{ period: row.period, key: row.key, vends: text(row.vends), tokens: text(row.tokens) },
    ...{ tendered: text(row.tendered), energy: text(row.energyTenthKwh) },
    ...{ free: text(row.freeTenthKwh), for_energy: text(row.forEnergy) },
    ...{ for_charges: text(row.forCharges), for_tax: text(row.forTax) },
    for_debts: text(row.forDebts),
  }));
}

async function summed(
  by: keyof typeof KEYS,
  per: keyof typeof PERIODS,
  span: Span,
  vendorId: string | null,
): Promise<readonly unknown[]> {
  const rows = await salesSums(past, taken, { ...span, by, per, vendorId });
  return byPeriodAndKey(rows as readonly { readonly period: string; readonly key: string }[]);
}

/** Read from the vends, then from what was added up up to the last day but one. */
describe.each(['live', 'added up'] as const)('%s', (how) => {
  beforeAll(async () => {
    const { database } = past.scratch;
    await forgetDays(database, past.utility);
    if (how === 'live') return;
    const now = instant(past.end - DAY_MS);
    expect(await closeDays(database, past.utility, { now, most: 1_000 })).toBeGreaterThan(100);
  }, 60_000);

  test('sales by every dimension and period', async () => {
    for (const span of spans) {
      for (const by of Object.keys(KEYS) as (keyof typeof KEYS)[]) {
        for (const per of Object.keys(PERIODS) as (keyof typeof PERIODS)[]) {
          const expected = await summed(by, per, span, null);
          expect(expected.length, `${by} ${per}`).toBeGreaterThan(0);
          expect(await sales(by, per, span, null), `${by} ${per} ${span.from}`).toEqual(expected);
        }
      }
    }
  }, 120_000);

  test('sales of one vendor', async () => {
    const vendors = await past.rows<{ readonly vendor_id: VendorId }>(
      'select vendor_id from vendor order by name',
    );
    for (const { vendor_id: vendorId } of vendors) {
      for (const span of spans) {
        const expected = await summed('area', 'month', span, vendorId);
        expect(await sales('area', 'month', span, vendorId)).toEqual(expected);
      }
    }
  }, 60_000);

  test('components, line by line and account by account', async () => {
    const { database } = past.scratch;
    for (const span of spans) {
      const rows = await componentsReport(database, past.utility, { ...span, vendorId: null });
      const letters: Readonly<Record<string, string>> = {
        ...{ energy: 'e', 'per-kwh': 'k', rate: 'r', free: 'u', debt: 'd', fixed: 'f', fee: 'c' },
      };
      const told = rows
        .map((row) => ({
          ...{ letter: letters[row.kind], component: row.component },
          ...{ tariff_id: row.tariff?.tariffId ?? null, lines: text(row.lines) },
          ...{ money: text(row.money), energy: text(row.energyTenthKwh) },
        }))
        .map((row) => JSON.stringify(row));
      const expected = await componentSums(past, taken, span);
      expect(expected.length).toBeGreaterThan(span === spans[0] ? 8 : 1);
      expect(told.sort()).toEqual(expected.map((row) => JSON.stringify(row)).sort());
      const byAccount = new Map<string, bigint>();
      for (const { account, money, kind } of rows) {
        if (account === null || kind === 'debt') continue;
        byAccount.set(account, (byAccount.get(account) ?? 0n) + money);
      }
      const accounts = [...byAccount]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([account, money]) => ({ account, money: text(money) }));
      expect(accounts).toEqual(await salesAccounts(past, span));
    }
  });

  test('debts, their movements and their ages', async () => {
    const { database } = past.scratch;
    const today = past.dates.at(-1) ?? '';
    for (const span of spans) {
      const report = await debtReport(database, past.utility, { ...span, today });
      const told = report.movements.map((row) => ({
        ...{ kind: row.kind, opening: text(row.opening), new: text(row.new) },
        ...{ collected: text(row.collected), paid: text(row.paid) },
        ...{ written_off: text(row.writtenOff), closing: text(row.closing) },
      }));
      expect(told).toEqual(await debtSums(past, taken, span));
    }
    const [whole] = spans;
    if (whole === undefined) throw new Error('there is no span');
    const { movements, ages } = await debtReport(database, past.utility, { ...whole, today });
    const owed = await past.rows(
      `select kind, sum(owed_minor)::text as closing from debt group by kind order by kind`,
    );
    expect(movements.map(({ kind, closing }) => ({ kind, closing: text(closing) }))).toEqual(owed);
    const [balance] = await past.rows<{ readonly minor: string }>(
      `select sum(l.minor)::text as minor from entry e
      cross join unnest(e.account_ids, e.money_minor) as l (account_id, minor)
      join account a on a.account_id = l.account_id where a.code = 'customer_debts'`,
    );
    expect(text(movements.reduce((sum, { closing }) => sum + closing, 0n))).toBe(balance?.minor);
    const aged = await past.rows(
      `select kind, count(*)::text as debts, sum(owed_minor)::text as owed,
        case when age < 31 then 0 when age < 91 then 31 when age < 181 then 91
          when age < 366 then 181 else 366 end as "fromDays"
      from (select *, $1::date - agreed_on as age from debt) debt where owed_minor > 0
      group by kind, 4 order by kind, 4`,
      [today],
    );
    const told = ages.map((age) => ({ ...age, debts: text(age.debts), owed: text(age.owed) }));
    expect(told).toEqual(aged);
  });

  test('zero buyers', async () => {
    const { database } = past.scratch;
    const { end: now, utility } = past;
    const idleBefore = instant(now - 30 * DAY_MS);
    const expected = await past.rows(
      `select * from (
        select g.agreement_id as "agreementId", coalesce((select max(resolved_at_ms) from vend v
          where v.agreement_id = g.agreement_id and kind = 'sale' and state = 'posted'),
          g.began_at_ms)::text as "idleFrom"
        from agreement g
        where g.ended_at_ms is null and exists (select from meter m
          where m.service_point_id = g.service_point_id and m.status = 'active')
      ) idle where "idleFrom"::bigint < $1::bigint order by "idleFrom", "agreementId"`,
      [idleBefore],
    );
    expect(expected.length).toBeGreaterThan(0);
    const page = { ...{ now, idleBefore, area: null, searched: null, after: null }, limit: 1_000 };
    const told = await listZeroBuyers(database, utility, page);
    expect(
      told.map(({ agreementId, idleFrom }) => ({ agreementId, idleFrom: text(idleFrom) })),
    ).toEqual(expected);
    const areas = await countZeroBuyers(database, utility, { now, idleBefore });
    expect(areas.reduce((sum, { zeroBuyers }) => sum + zeroBuyers, 0)).toBe(expected.length);
  });
});

test('the trial balance is the sum of the legs, and zero', async () => {
  const { database } = past.scratch;
  const { utility } = past;
  const told = async (span: Span) => {
    const bounds = await boundsOf(database, utility, span);
    return (await accountMovements(database, utility, bounds)).map((row) => ({
      ...{ code: row.code, opening: text(row.opening), debit: text(row.debit) },
      ...{ credit: text(row.credit), closing: text(row.closing) },
    }));
  };
  const before = await Promise.all(spans.map(told));
  const upTo = instant(past.end - DAY_MS);
  const { timeZone } = utility;
  while ((await closeLedgerDays(database, utility.book, { timeZone, upTo })) > 0);
  for (const [at, span] of spans.entries()) {
    const expected = await accountSums(past, span);
    expect(before[at]).toEqual(expected);
    expect(await told(span)).toEqual(expected);
    expect((await told(span)).reduce((sum, { closing }) => sum + BigInt(closing), 0n)).toBe(0n);
  }
});

test('each sale is what its lines and its legs say, and there are no others', async () => {
  const wrong = await past.rows(
    `select v.vend_id from vend v
    left join entry e on e.entry_id = v.vend_id and e.kind = 'sale'
    join vendor d on d.vendor_id = v.vendor_id
    cross join lateral (select coalesce(sum((l ->> 2)::bigint), 0) as lines
      from json_array_elements(v.lines) l) line
    cross join lateral (select
      sum(minor) filter (where account_id = d.float_account_id) as paid,
      sum(minor) filter (where account_id <> d.float_account_id) as credited, sum(minor) as sum
      from unnest(e.account_ids, e.money_minor) as l (account_id, minor)) leg
    where v.kind = 'sale' and v.state = 'posted'
      and (line.lines, leg.paid, leg.credited, leg.sum)
        is distinct from (v.tendered_minor::numeric, v.tendered_minor::numeric,
          -v.tendered_minor::numeric, 0::numeric)`,
  );
  expect(wrong).toEqual([]);
  const [counts] = await past.rows(
    `select (select count(*) from entry where kind = 'sale') as entries,
      (select count(*) from vend where kind = 'sale' and state = 'posted') as sales,
      (select count(*) from wrong_meter_repair where state = 'executed') as repairs,
      (select count(*) from vend where state = 'reserved') as reserved`,
  );
  // What a repair sells again was not bought again.
  const bought = Number(counts?.['entries'] ?? 0) - Number(counts?.['repairs'] ?? 0);
  expect(bought).toBe(past.result.vends);
  expect(counts?.['reserved']).toBe(0n);
  expect(counts?.['sales']).toBe(counts?.['entries']);
  const entryIds = (
    await past.rows<{ readonly entry_id: string }>(
      `select entry_id from entry where kind in ('refund', 'vend_repair')`,
    )
  ).map((row) => row.entry_id);
  expect([...entryIds].sort()).toEqual(taken.map((each) => each.entry_id).sort());
});

test('what was given back before the reports knew is found again by the migration', async () => {
  const folder = new URL('../../../packages/vending/sql/migrations/', import.meta.url);
  const migration = await readFile(new URL('0021-vends-taken-back.sql', folder), 'utf8');
  const found = /\nwith deed as[^;]*?\)\ninsert into vend_taken_back \(([^)]*)\)\n([^;]*);/.exec(
    migration,
  );
  const [statement = '', columns = '', select = ''] = found ?? [];
  const before = statement.slice(0, statement.indexOf('\ninsert into'));
  const made = await past.rows(
    `${before} select deed_id, to_jsonb(t)::text as row from (${select}) t
      (${columns}) order by deed_id`,
  );
  const known = await past.rows(
    `select deed_id, to_jsonb(t)::text as row from (select ${columns} from vend_taken_back) t
      order by deed_id`,
  );
  expect(known.length).toBeGreaterThan(20);
  // The past has each way of giving back, so the sums above have met them all.
  const [ways] = await past.rows(
    `select bool_or(free_tenth_kwh > 0) as with_free, bool_or(not is_whole) as part,
      bool_or(lines::text like '%["d"%') as with_debt from vend_taken_back`,
  );
  expect(ways).toEqual({ with_free: true, part: true, with_debt: true });
  expect(made).toEqual(known);
});

test('the chain verifies to the last entry of its days', async () => {
  const { database } = past.scratch;
  const { book, timeZone } = past.utility;
  const upTo = instant(past.end - DAY_MS);
  while ((await closeLedgerDays(database, book, { timeZone, upTo })) > 0);
  const report = await verifyChain(database, book);
  expect(report.faults).toEqual([]);
  const [row] = await past.rows<{ readonly entries: bigint }>(
    'select count(*) as entries from entry where posted_at_ms <= $1',
    [report.checkedTo],
  );
  expect(BigInt(report.entries)).toBe(row?.entries);
  expect(report.entries).toBeGreaterThan(500);
});

/** The records of a file by the names of its columns; no cell of the pack has a line break. */
function recordsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const cells = (line: string): readonly string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .map(([, cell = '']) => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'))
      .slice(0, -1);
  const [head = '', ...lines] = csv.slice(1).trimEnd().split('\r\n');
  const names = cells(head);
  return lines.map((line) =>
    Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? 'none', cell])),
  );
}

describe('the month-end pack', () => {
  const month = '2026-03';
  const span: Span = { from: '2026-03-01', to: '2026-03-31' };
  let files: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

  beforeAll(async () => {
    const { database } = past.scratch;
    const order = { month, printedAt: past.end, today: past.dates.at(-1) ?? '' };
    const pack = await monthEnd({ database, module: past.module }, past.utility, order);
    const tables = monthEndTables(pack);
    files = Object.fromEntries(
      MONTH_END_TABLES.map((name) => [name, recordsOf(tableCsv(tables[name]))]),
    );
  });

  /** Minor units of a cell of whole currency, read without the platform's own reader. */
  const minor = (cell: string | undefined): string =>
    text(minorUnits(BigInt((cell ?? 'none').replace('.', ''))));
  const table = (name: string) => (files[name] ?? []).filter(({ Account }) => Account !== 'Total');

  test('trial balance', async () => {
    const sums = (await accountSums(past, span)) as readonly Readonly<Record<string, string>>[];
    expect(
      table('trial-balance').map((row) => ({
        ...{ code: row['Account'], opening: minor(row['Opening (ZAR)']) },
        ...{ debit: minor(row['Debits (ZAR)']), credit: minor(row['Credits (ZAR)']) },
        closing: text(
          BigInt(minor(row['Debit balance (ZAR)'])) - BigInt(minor(row['Credit balance (ZAR)'])),
        ),
      })),
    ).toEqual(sums);
  });

  test('sales tables', async () => {
    const names = ['day', 'tariff', 'vendor', 'area', 'channel', 'payment-method'] as const;
    for (const name of names) {
      const by = name === 'day' ? 'all' : name === 'payment-method' ? 'payment_method' : name;
      const per = name === 'day' ? 'day' : 'span';
      const sums = (await summed(by, per, span, null)) as readonly Readonly<
        Record<string, string>
      >[];
      const rows = files[`sales-by-${name}`] ?? [];
      const figures = (of: Readonly<Record<string, string>>): string =>
        [
          of['Sales'],
          of['Tokens'],
          ...['Energy (kWh)', 'Free (kWh)', 'Tendered (ZAR)', 'For energy (ZAR)'].map((title) =>
            minor(of[title]),
          ),
          ...['For charges (ZAR)', 'For taxes (ZAR)', 'For debts (ZAR)'].map((title) =>
            minor(of[title]),
          ),
        ].join();
      const expected = sums.map((row) =>
        [
          ...[row['vends'], row['tokens'], row['energy'], row['free'], row['tendered']],
          ...[row['for_energy'], row['for_charges'], row['for_tax'], row['for_debts']],
        ].join(),
      );
      expect(rows.slice(0, -1).map(figures).sort(), name).toEqual([...expected].sort());
      const [all] = (await summed('all', 'span', span, null)) as readonly Readonly<
        Record<string, string>
      >[];
      expect(rows.at(-1)?.['Sales']).toBe(all?.['vends']);
      expect(minor(rows.at(-1)?.['Tendered (ZAR)'])).toBe(all?.['tendered']);
    }
  });

  test('taxes payable', async () => {
    const [tax] = await past.rows(
      `select (-sum(l.minor) filter (where e.kind in ('sale', 'refund', 'vend_repair')
          and wall >= '2026-03-01'))::text as collected, (-sum(l.minor))::text as payable
      from (select *, to_timestamp(posted_at_ms / 1000.0) at time zone $1 as wall from entry) e
      cross join unnest(e.account_ids, e.money_minor) as l (account_id, minor)
      join account a on a.account_id = l.account_id
      where a.code = 'vat_payable' and wall < '2026-04-01'`,
      [past.utility.timeZone],
    );
    const [row] = table('taxes-payable');
    expect({
      collected: minor(row?.['Collected (ZAR)']),
      payable: minor(row?.['Payable at the end (ZAR)']),
    }).toEqual(tax);
  });

  test('vendors’ floats and commission', async () => {
    const sums = (await accountSums(past, span)) as readonly Readonly<Record<string, string>>[];
    const vendors = await past.rows<{ readonly vendor_id: string; readonly name: string }>(
      'select vendor_id, name from vendor order by name collate "C"',
    );
    const expected = vendors.map(({ vendor_id, name }) => {
      const found = sums.find(({ code }) => code === `vendor_float:${vendor_id}`);
      return {
        ...{ vendor: name, opening: text(-BigInt(found?.['opening'] ?? 1)) },
        ...{ credited: found?.['credit'], debited: found?.['debit'] },
        closing: text(-BigInt(found?.['closing'] ?? 1)),
      };
    });
    const rows = (files['vendor-floats'] ?? []).slice(0, -1);
    const told = rows.map((row) => ({
      ...{ vendor: row['Vendor'], opening: minor(row['Opening (ZAR)']) },
      ...{ credited: minor(row['Credited (ZAR)']), debited: minor(row['Debited (ZAR)']) },
      closing: minor(row['Closing (ZAR)']),
    }));
    expect(told.sort((a, b) => ((a.vendor ?? '') < (b.vendor ?? '') ? -1 : 1))).toEqual(expected);
  });

  test('components and debts', async () => {
    const sums = (await componentSums(past, taken, span)) as readonly { readonly money: string }[];
    expect(
      (files['components'] ?? [])
        .slice(0, -1)
        .map((row) => minor(row['Money (ZAR)']))
        .sort(),
    ).toEqual(sums.map(({ money }) => money).sort());
    const debts = (await debtSums(past, taken, span)) as readonly Readonly<
      Record<string, string>
    >[];
    expect(
      (files['debts'] ?? []).slice(0, -1).map((row) => ({
        ...{ kind: row['Kind'], opening: minor(row['Opening (ZAR)']) },
        ...{ new: minor(row['New (ZAR)']), collected: minor(row['Collected (ZAR)']) },
        ...{ paid: minor(row['Paid (ZAR)']), written_off: minor(row['Written off (ZAR)']) },
        closing: minor(row['Closing (ZAR)']),
      })),
    ).toEqual(debts);
  });

  test('free units and tokens', async () => {
    const free = await past.rows<{ readonly kind: string; readonly tenths: string }>(
      `with told as (
        select kind, free_tenth_kwh + case kind when 'sale' then 0 else energy_tenth_kwh end as free,
          token_count as tokens, resolved_at_ms as at_ms from vend where state = 'posted'
        union all
        select 'sale', -v.free_tenth_kwh, 0, t.at_ms
        from json_to_recordset($2::json) as t (vend_id uuid, at_ms bigint, with_free boolean)
        join vend v on v.vend_id = t.vend_id where t.with_free
      )
      select kind, sum(free)::text as tenths, sum(tokens)::text as tokens from told
      where to_timestamp(at_ms / 1000.0) at time zone $1 >= '2026-03-01'
        and to_timestamp(at_ms / 1000.0) at time zone $1 < '2026-04-01'
      group by kind`,
      [past.utility.timeZone, JSON.stringify(taken)],
    );
    const rows = files['free-units'] ?? [];
    expect(
      rows
        .slice(0, -1)
        .map((row) => minor(row['Energy (kWh)']))
        .sort(),
    ).toEqual(free.map(({ tenths }) => tenths).sort());
    const tokens = files['tokens'] ?? [];
    const [issued] = await past.rows<{ readonly n: bigint }>('select count(*) as n from token');
    const stored = tokens.find(({ What }) => What === 'In all, as stored');
    const counted = tokens.find(({ What }) => What === 'In all, as the security module counts');
    expect([stored?.['Tokens'], counted?.['Tokens']]).toEqual([
      text(issued?.n ?? 0n),
      stored?.['Tokens'],
    ]);
    expect(tokens.at(-1)?.['Tokens']).toBe('yes');
  });
});
