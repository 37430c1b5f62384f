/**
 * Addresses that nobody gave out: dates no utility lives through, cursors somebody made up, words
 * that mean something to a database. Whoever sends them is told so; the server has no fault.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meterAt, VENDOR } from '../../../packages/vending/test/utility-fixture.ts';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const NOBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const FAR_MS = ['0', '999999999999999', '253402300800000'];
const FAR_DAYS = ['0000-01-01', '0001-01-01', '0999-12-31', '9999-12-31', '1969-12-31'];
const FAR_MOMENTS = FAR_DAYS.map((day) => `${day}T00:00:00Z`);

/** The cursors of pages whose position is an array behind base64url. */
const positions = [
  [-9_007_199_254_740_991, NOBODY],
  [9_007_199_254_740_991, NOBODY],
  [253_402_300_799_999, NOBODY],
  [0, NOBODY.toUpperCase()],
  ['0', NOBODY],
  [{}, []],
  [0],
  'x',
  null,
  {},
].map((position) => Buffer.from(JSON.stringify(position)).toString('base64url'));

const cursors = [
  ...FAR_MS.map((ms) => `${ms}_${NOBODY}`),
  '-1_x',
  `١٢٣_${NOBODY}`,
  '%00',
  "';select pg_sleep(9)--",
];

async function statuses(as: Who, urls: readonly string[]): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const url of urls) {
    const { status, json } = await world.ask('GET', url, { as });
    if (status >= 500 || (status >= 400 && json?.code === undefined)) {
      answers.push(`${status} ${url}`);
    }
  }
  return answers;
}

describe('no address makes a fault of the server', () => {
  test.each([
    ['/v1/vends', 'supervisor', 'before'],
    ['/v1/payments', 'supervisor', 'before'],
    ['/v1/approvals', 'finance', 'before'],
    [`/v1/vendors/${VENDOR}/deposits`, 'finance', 'before'],
    [`/v1/vendors/${VENDOR}/shifts`, 'supervisor', 'before'],
    ['/v1/reconciliation/items', 'finance', 'before'],
    ['/v1/reconciliation/statements', 'finance', 'before'],
    ['/v1/reconciliation/runs', 'finance', 'before'],
    ['/v1/refunds', 'finance', 'after'],
    ['/v1/repairs', 'finance', 'after'],
    ['/v1/orders', 'finance', 'after'],
    ['/v1/reports/zero-buyers', 'finance', 'after'],
    ['/v1/customers', 'finance', 'after'],
    ['/v1/service-points', 'finance', 'after'],
    ['/v1/agreements', 'finance', 'after'],
    ['/v1/meters', 'finance', 'after'],
    ['/v1/audit-events', 'auditor', 'before'],
    ['/v1/audit-events', 'auditor', 'after'],
  ] as const)('%s of a page that begins nowhere', async (url, as, name) => {
    const urls = [...cursors, ...positions].map(
      (cursor) => `${url}?${name}=${encodeURIComponent(cursor)}`,
    );
    expect(await statuses(as, urls)).toEqual([]);
  });

  test('days and moments far from ours', async () => {
    const urls = FAR_DAYS.flatMap((day) => [
      `/v1/today?date=${day}`,
      `/v1/reports/sales?from=${day}&to=${day}`,
      `/v1/reports/sales?from=${day}&to=${day}&per=day`,
      `/v1/reports/sales?from=${day}&to=${day}&per=month&by=tariff`,
      `/v1/reports/components?from=${day}&to=${day}`,
      `/v1/reports/debts?from=${day}&to=${day}`,
      `/v1/reports/month-end/${day.slice(0, 7)}/trial-balance.csv`,
      `/v1/reports/month-end/${day.slice(0, 7)}/sales-by-day.csv`,
      `/v1/reports/month-end/${day.slice(0, 7)}.pdf`,
      `/v1/vendors/${VENDOR}/days/${day}`,
      `/v1/vendors/${VENDOR}/statement?from=${day}&to=${day}`,
      `/v1/ledger/trial-balance?from=${day}&to=${day}`,
      `/v1/ledger/trial-balance?day=${day}`,
      `/v1/ledger/accounts/bank/statement?from=${day}&to=${day}`,
      `/v1/published-values?component=fuel&month=${day.slice(0, 4)}${day.slice(5, 7)}`,
    ]);
    expect(await statuses('finance', urls)).toEqual([]);
    const moments = FAR_MOMENTS.flatMap((moment) => [
      `/v1/vends?from=${moment}`,
      `/v1/vends?to=${moment}`,
      `/v1/audit-events?from=${moment}`,
      `/v1/audit-events?to=${moment}`,
    ]);
    expect(await statuses('auditor', moments)).toEqual([]);
  });

  test('words that mean something to a database', async () => {
    const words = [
      "'",
      '\\',
      ':*',
      'a:*&!b',
      '((',
      '<->',
      "x' or '1'='1",
      '%',
      '_',
      '%_%',
      '$1',
      'a'.repeat(100),
      '\u202E\u2066',
      '😀'.repeat(25),
      '٣٤',
      '\t',
      '"',
      '--',
      '/*',
    ].map(encodeURIComponent);
    const urls = words.flatMap((word) => [
      `/v1/search?query=${word}`,
      `/v1/customers?query=${word}`,
      `/v1/customers?search=${word}`,
      `/v1/service-points?query=${word}`,
      `/v1/service-points?search=${word}`,
      `/v1/agreements?query=${word}`,
      `/v1/agreements?search=${word}`,
      `/v1/meters?query=${word}`,
      `/v1/meters?search=${word}`,
      `/v1/reports/zero-buyers?query=${word}&area=${word}`,
      `/v1/vends?meter_number=${word}`,
      `/v1/meters/${word}`,
    ]);
    expect(await statuses('supervisor', urls)).toEqual([]);
    const all = await world.ask('GET', '/v1/search?query=%25', { as: 'cashier' });
    expect(all.json).toMatchObject({ hits: [], more: false });
  });

  test('money that is no plain number', async () => {
    const moneys = [
      '٥٠٠٠',
      '5e3',
      '5000.00',
      '0x10',
      '+5',
      ' 5',
      '5_000',
      '',
      '-',
      'NaN',
      '１００',
    ];
    for (const tendered_minor of [...moneys, 5000, 1e30, null, ['5000'], { toString: '5000' }]) {
      const body = { meter_number: meterAt(1), tendered_minor };
      const { json } = await world.ask('PUT', `/v1/vends/${NOBODY}`, { as: 'cashier', body });
      expect([tendered_minor, json.code]).toEqual([tendered_minor, 'request_invalid']);
    }
    for (const tendered_minor of ['-0', '-5000', '000000000000000000']) {
      const body = { meter_number: meterAt(1), tendered_minor };
      const { json } = await world.ask('PUT', `/v1/vends/${NOBODY}`, { as: 'cashier', body });
      expect([tendered_minor, json.code]).toEqual([tendered_minor, 'tendered_not_positive']);
    }
    const body = { meter_number: meterAt(1), tendered_minor: '999999999999999999' };
    const huge = await world.ask('PUT', `/v1/vends/${NOBODY}`, { as: 'cashier', body });
    expect([huge.status < 500, huge.json.tokens]).toEqual([true, undefined]);
  });
});
