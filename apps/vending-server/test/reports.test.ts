/** /v1/reports: through the door, over real vends, as answers, as files and as a printed pack. */
import { randomUUID } from 'node:crypto';
import { instant } from '@wattvend/quantities/time.js';
import { closeDays } from '@wattvend/vending/closed-days.js';
import { monthEnd } from '@wattvend/vending/month-end.js';
import { monthEndTables } from '@wattvend/vending/month-end-tables.js';
import { tableCsv } from '@wattvend/vending/report-table.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt, OTHER_VENDOR, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { packDocument } from '../src/month-end/pack-document.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
let today = '';
const tendered: Record<string, bigint> = { [VENDOR]: 0n, [OTHER_VENDOR]: 0n };

beforeAll(async () => {
  world = await createServerWorld();
  const zone = { timeZone: world.context.utility.timeZone };
  today = new Intl.DateTimeFormat('en-CA', zone).format(world.context.clock());
  for (const [at, money] of [1000, 2500, 700, 1299, 4000, 333].entries()) {
    const as: Who = at % 2 === 0 ? 'cashier' : 'foreign-cashier';
    const body = { meter_number: meterAt(at % 3), tendered_minor: String(money) };
    const { status } = await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as, body });
    expect(status).toBe(201);
    const vendor = at % 2 === 0 ? VENDOR : OTHER_VENDOR;
    tendered[vendor] = (tendered[vendor] ?? 0n) + BigInt(money);
  }
});
afterAll(() => world.close());

const span = (more = '') => `from=${today}&to=${today}${more}`;

async function plainSql(text: string): Promise<Record<string, unknown>> {
  const { rows } = await world.fixture.scratch.database.query<Record<string, unknown>>(
    { name: '', text },
    [],
  );
  return rows[0] ?? {};
}

describe('sales', () => {
  test('of a day by vendor: the money that went over the counters', async () => {
    const { json } = await world.ask('GET', `/v1/reports/sales?${span('&by=vendor')}`, {
      as: 'auditor',
    });
    const sums = await plainSql(
      `select sum(tendered_minor)::text as money, sum(energy_tenth_kwh)::integer as energy from vend`,
    );
    expect(json).toMatchObject({ live_from: today, by: 'vendor', per: 'span' });
    expect(json.total).toMatchObject({
      ...{ vends: 6, tokens: 6, debt_minor: '0', charges_minor: '0' },
      tendered_minor: sums['money'],
      energy_tenth_kwh: sums['energy'],
    });
    const rows = json.rows.map((row: Record<string, unknown>) => [
      row['key'],
      row['name'],
      row['tendered_minor'],
    ]);
    expect(new Set(rows.map(String))).toEqual(
      new Set([
        `${VENDOR},Vendor 1,${tendered[VENDOR]}`,
        `${OTHER_VENDOR},Vendor 2,${tendered[OTHER_VENDOR]}`,
      ]),
    );
    const { energy_minor, tax_minor } = json.total;
    expect(BigInt(energy_minor) + BigInt(tax_minor)).toBe(BigInt(json.total.tendered_minor));
  });

  test('a cashier and a machine see those of the own vendor and of no other', async () => {
    for (const as of ['cashier', 'api-key'] as const) {
      for (const more of ['', `&vendor_id=${VENDOR}`, `&vendor_id=${VENDOR.toUpperCase()}`]) {
        const { json } = await world.ask('GET', `/v1/reports/sales?${span(more)}`, { as });
        expect(json.total.tendered_minor).toBe(String(tendered[VENDOR]));
      }
      for (const what of ['sales', 'sales.csv', 'components', 'components.csv']) {
        const url = `/v1/reports/${what}?${span(`&vendor_id=${OTHER_VENDOR}`)}`;
        expect((await world.ask('GET', url, { as })).json.code).toBe('not_allowed');
      }
    }
    const { json } = await world.ask(
      'GET',
      `/v1/reports/sales?${span(`&vendor_id=${OTHER_VENDOR}`)}`,
      { as: 'finance' },
    );
    expect(json.total.tendered_minor).toBe(String(tendered[OTHER_VENDOR]));
  });

  test.each([
    'from=2026-02-30&to=2026-03-01',
    'from=2026-03-02&to=2026-03-01',
    'from=2016-01-01&to=2026-03-01',
    'from=2025-01-01&to=2026-03-01&per=day',
    'from=2026-03-01',
    'from=2026-03-01&to=2026-03-01&by=colour',
  ])('what is no span is refused: %s', async (query) => {
    for (const what of ['sales', 'sales.csv']) {
      const { status, json } = await world.ask('GET', `/v1/reports/${what}?${query}`, {
        as: 'auditor',
      });
      expect([status, json.code]).toEqual([400, 'request_invalid']);
    }
  });

  test('as a file: names of columns with their units, a total, money written out', async () => {
    const url = `/v1/reports/sales.csv?${span('&by=vendor')}`;
    const { headers, text } = await world.ask('GET', url, { as: 'auditor' });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="sales-by-vendor-${today}.csv"`,
    );
    const lines = text.replace('\u{FEFF}', '').trim().split('\r\n');
    expect(lines[0]).toContain('Vendor,Sales,Tokens,Energy (kWh),Free (kWh),Tendered (XTS)');
    expect(lines).toHaveLength(4);
    expect(lines[3]).toMatch(/^Total,6,6,[\d.]+,0\.0,98\.32,/);
  });
});

test('components: energy and tax, and together all the money', async () => {
  const { json } = await world.ask('GET', `/v1/reports/components?${span()}`, { as: 'auditor' });
  const { components } = json;
  expect(components).toMatchObject([
    { kind: 'energy', name: 'Energy', account: 'energy_sales', tariff: { name: 'Domestic' } },
    { kind: 'rate', component: 'vat', account: 'vat_payable', lines: 6, energy_tenth_kwh: 0 },
  ]);
  const sum = components.reduce(
    (all: bigint, each: { money_minor: string }) => all + BigInt(each.money_minor),
    0n,
  );
  expect(sum).toBe(9832n);
  const file = await world.ask('GET', `/v1/reports/components.csv?${span()}`, { as: 'auditor' });
  expect(file.text).toContain('\r\nTotal,,,,,,,98.32\r\n');
  const faulty = '/v1/reports/components?from=2026-02-30&to=2026-03-01';
  for (const url of [faulty, faulty.replace('?', '.csv?')]) {
    expect((await world.ask('GET', url, { as: 'auditor' })).json.code).toBe('request_invalid');
  }
});

test('debts: what was lent is owed', async () => {
  const body = {
    ...{ agreement_id: 'c0000000-0000-4000-8000-000000000005', kind: 'arrears', name: 'Old bill' },
    ...{ principal_minor: '40000', priority: 1, recovery: { kind: 'share', share: '50 %' } },
    ...{ least_minor: '0', collect_from: today, agreed_on: '2020-01-01', reference: 'old book' },
  };
  const debtId = randomUUID();
  const put = await world.ask('PUT', `/v1/debts/${debtId}`, { as: 'finance', body });
  expect(put.status).toBe(201);
  // Two payments at the till, of which one is given back.
  const payment = { agreement_id: body.agreement_id, kind: 'debt', debt_id: debtId };
  const ids = [randomUUID(), randomUUID()];
  for (const [at, id] of ids.entries()) {
    const paid = { ...payment, payment_minor: at === 0 ? '1500' : '700' };
    const taken = await world.ask('PUT', `/v1/payments/${id}`, { as: 'cashier', body: paid });
    expect(taken.status).toBe(201);
  }
  const reversal = { reversal_id: randomUUID(), reason: 'typed twice' };
  const url = `/v1/payments/${ids[1]}/reversal`;
  const back = await world.ask('PUT', url, { as: 'supervisor', body: reversal });
  expect(back.status).toBe(201);
  const sale = { meter_number: meterAt(5), tendered_minor: '1000' };
  await world.ask('PUT', `/v1/vends/${randomUUID()}`, { as: 'cashier', body: sale });
  const owed = await plainSql('select sum(owed_minor)::text as owed from debt');
  expect(owed['owed']).toBe('38000');
  const { json } = await world.ask('GET', `/v1/reports/debts?${span()}`, { as: 'finance' });
  expect(json).toMatchObject({
    movements: [
      {
        ...{ kind: 'arrears', opening_minor: '0', new_minor: '40000', collected_minor: '500' },
        ...{ paid_minor: '1500', written_off_minor: '0', closing_minor: owed['owed'] },
      },
    ],
    ages: [{ kind: 'arrears', from_days: 366, debts: 1, owed_minor: owed['owed'] }],
  });
  const file = await world.ask('GET', `/v1/reports/debts.csv?${span()}`, { as: 'finance' });
  expect(file.text).toContain('arrears,0.00,400.00,5.00,15.00,0.00,380.00');
  for (const what of ['debts', 'debts.csv']) {
    const url = `/v1/reports/${what}?from=2026-03-02&to=2026-03-01`;
    expect((await world.ask('GET', url, { as: 'finance' })).json.code).toBe('request_invalid');
  }
});

test('zero buyers: the longest idle first, page by page, by area and by search', async () => {
  const agreementAt = (at: number) => `c0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const DAY_MS = 86_400_000;
  // Three who moved in long ago and have not bought; one of the buyers moved in then too.
  for (const [at, days] of [7, 8, 9, 0].entries()) {
    const began = world.context.clock() - (50 - at) * DAY_MS;
    await plainSql(
      `update agreement set began_at_ms = ${began} where agreement_id = '${agreementAt(days)}'`,
    );
  }
  await plainSql(`update service_point set area = 'Hill' where service_point_id in (
    select service_point_id from agreement where agreement_id in ('${agreementAt(8)}',
      '${agreementAt(9)}', '${agreementAt(1)}'))`);
  const ask = (query: string, as: Who = 'customer_officer') =>
    world.ask('GET', `/v1/reports/zero-buyers?${query}`, { as });
  const ids = (json: { zero_buyers: { agreement_id: string }[] }) =>
    json.zero_buyers.map((each) => each.agreement_id);
  const all = (await ask('')).json;
  expect(ids(all)).toEqual([7, 8, 9].map(agreementAt));
  expect(all.zero_buyers[0]).toMatchObject({
    ...{ meter_number: meterAt(7), address: '8 Test Street', tariff_name: 'Domestic' },
    last_purchase_at: null,
  });
  expect(all.areas).toEqual([
    { area: 'Hill', agreements: 3, zero_buyers: 2 },
    { area: '', agreements: 9, zero_buyers: 1 },
  ]);
  expect([all.days, all.next]).toEqual([30, null]);
  const first = (await ask('limit=2')).json;
  const second = (await ask(`limit=2&after=${first.next}`)).json;
  expect([ids(first), ids(second), second.areas, second.next]).toEqual([
    [agreementAt(7), agreementAt(8)],
    [agreementAt(9)],
    [],
    null,
  ]);
  expect(ids((await ask('area=Hill')).json)).toEqual([8, 9].map(agreementAt));
  expect(ids((await ask('query=8 test')).json)).toEqual([agreementAt(7)]);
  expect(ids((await ask('query=%25')).json)).toEqual([]);
  expect(ids((await ask('days=49')).json)).toEqual([7, 8].map(agreementAt));
  expect((await ask('days=0')).json.code).toBe('request_invalid');
  expect((await ask('after=nothing')).json.code).toBe('request_invalid');
  const url = '/v1/reports/zero-buyers.csv?area=Hill';
  const file = await world.ask('GET', url, { as: 'auditor' });
  expect(file.text.trim().split('\r\n')).toHaveLength(3);
  expect(file.text).toContain(meterAt(9));
});

describe('month-end', () => {
  const month = () => today.slice(0, 7);

  test('the trial balance comes to nothing and holds the sales', async () => {
    const url = `/v1/reports/month-end/${month()}/trial-balance.csv`;
    const { text, headers } = await world.ask('GET', url, { as: 'finance_checker' });
    expect(headers['content-disposition']).toContain(`trial-balance-${month()}.csv`);
    const rows = text
      .replace('\u{FEFF}', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const total = rows.at(-1) ?? [];
    expect(total[2]).toBe('0.00');
    expect(total[3]).toBe(total[4]);
    expect(total[5]).toBe(total[6]);
    const vat = rows.find(([code]) => code === 'vat_payable');
    const posted = await plainSql(
      `select (-sum(l.minor))::text as minor from entry e cross join lateral
        unnest(e.account_ids, e.money_minor) as l (id, minor)
        join account a on a.account_id = l.id where a.code = 'vat_payable'`,
    );
    expect(vat?.[6]?.replace('.', '').replace(/^0+/, '')).toBe(posted['minor']);
  });

  test('every table is a file, and what is no month or no table is refused', async () => {
    for (const table of ['taxes-payable', 'vendor-floats', 'free-units', 'tokens', 'components']) {
      const url = `/v1/reports/month-end/${month()}/${table}.csv`;
      const { status, text } = await world.ask('GET', url, { as: 'finance' });
      expect([table, status]).toEqual([table, 200]);
      expect(text.split('\r\n').length).toBeGreaterThan(2);
    }
    for (const path of ['2026-13.pdf', '2026-1.pdf', '2026-13/tokens.csv', '2026-11/keys.csv']) {
      const { json } = await world.ask('GET', `/v1/reports/month-end/${path}`, { as: 'finance' });
      expect([path, json.code]).toEqual([path, 'request_invalid']);
    }
  });

  test('is printed: the same figures at the same moment are the same octets', async () => {
    const { context } = world;
    const order = { month: month(), printedAt: instant(Date.UTC(2026, 10, 30)), today };
    const pack = await monthEnd(context, context.utility, order);
    const [first, again] = [await packDocument(pack), await packDocument(pack)];
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.equals(again)).toBe(true);
    const later = await packDocument({ ...pack, printedAt: instant(order.printedAt + 60_000) });
    expect(first.equals(later)).toBe(false);
    const url = `/v1/reports/month-end/${month()}.pdf`;
    const { status, headers } = await world.ask('GET', url, { as: 'auditor' });
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  test('names that are formulas stay text, and figures below zero stay figures', async () => {
    const { context } = world;
    const order = { month: month(), printedAt: instant(Date.UTC(2026, 10, 30)), today };
    const pack = await monthEnd(context, context.utility, order);
    const [vendor] = pack.vendors;
    if (vendor === undefined) throw new Error('no vendor');
    const evil = { ...vendor, vendor: '=cmd|calc' };
    const csv = tableCsv(monthEndTables({ ...pack, vendors: [evil] })['vendor-floats']);
    expect(csv).toContain("\r\n'=cmd|calc,");
    const below = { ...vendor, closing: -vendor.closing as typeof vendor.closing };
    const owing = tableCsv(monthEndTables({ ...pack, vendors: [below] })['vendor-floats']);
    expect(owing).toMatch(/\r\nVendor 1,.*,-\d+\.\d\d,0\.00\r\n/);
  });

  test('tokens: as many as the security module has made', async () => {
    const url = `/v1/reports/month-end/${month()}/tokens.csv`;
    const { text } = await world.ask('GET', url, { as: 'finance' });
    const count = await plainSql('select count(*)::text as tokens from token');
    const tokens = count['tokens'] as string;
    const lines = text.split('\r\n').filter((line) => line.startsWith('"In all'));
    expect(lines).toEqual([
      `"In all, as stored",${tokens}`,
      `"In all, as the security module counts",${tokens}`,
    ]);
    expect(text).toContain('agree",yes');
  });
});

test('closed days say what the live ones said', async () => {
  const { context } = world;
  const ask = () => world.ask('GET', `/v1/reports/sales?${span('&by=hour')}`, { as: 'auditor' });
  const live = await ask();
  const later = instant(context.clock() + 2 * 86_400_000);
  const closed = await closeDays(context.database, context.utility, { now: later, most: 9 });
  expect(closed).toBeGreaterThan(0);
  const stored = await ask();
  expect(stored.json).toEqual({ ...live.json, live_from: null });
});
