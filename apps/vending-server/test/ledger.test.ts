/** /v1/ledger: who may read it, balances and statements that agree with sales, and a chain. */
import { closeLedgerDays } from '@wattvend/ledger/close-days.js';
import { sealLedger } from '@wattvend/ledger/seal.js';
import { instant } from '@wattvend/quantities/time.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServerWorld, type ServerWorld, type Who } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
});
afterAll(() => world.close());

const get = (url: string, as: Who = 'finance') => world.ask('GET', `/v1/ledger/${url}`, { as });
const today = () => new Date().toISOString().slice(0, 10);
const days = 'from=2020-01-01&to=2100-01-01';

test.each(['trial-balance', `accounts/bank/statement?${days}`, 'chain', 'chain/check'])(
  '%s is for those who may read the ledger',
  async (url) => {
    for (const who of ['finance', 'finance_checker', 'auditor', 'founder'] as const) {
      expect((await get(url, who)).status, who).toBe(200);
    }
    for (const who of ['cashier', 'supervisor', 'tariff_maker', 'administrator'] as const) {
      const { status, json } = await get(url, who);
      expect([status, json.code], who).toEqual([403, 'not_allowed']);
    }
    expect((await get(url, 'nobody')).status).toBe(401);
    expect((await get(url, 'api-key')).status).toBe(403);
  },
);

interface Line {
  readonly code: string;
  readonly balance_minor: string;
}

test('the trial balance has every account and two equal sums, at any instant', async () => {
  const { json } = await get('trial-balance');
  expect(json.balanced).toBe(true);
  expect(json.debit_minor).toBe(json.credit_minor);
  expect(BigInt(json.debit_minor)).toBeGreaterThan(0n);
  expect(json.final).toBe(false);
  const codes = json.accounts.map((each: Line) => each.code);
  expect(codes).toEqual(codes.toSorted());
  expect(codes).toEqual(expect.arrayContaining(['bank', 'energy_sales', 'vat_payable']));
  // Deposits only, so far: what the bank has is what the floats hold.
  const balance = (code: string): bigint =>
    json.accounts
      .filter((each: Line) => each.code.startsWith(code))
      .reduce((sum: bigint, each: Line) => sum + BigInt(each.balance_minor), 0n);
  expect(balance('bank')).toBe(-balance('vendor_float:'));

  const before = await get('trial-balance?at=2001-01-01T00:00:00%2B03:00');
  expect(before.json).toMatchObject({ at: '2000-12-31T21:00:00.000Z', debit_minor: '0' });
  const wrong = await get('trial-balance?at=yesterday');
  expect([wrong.status, wrong.json.code]).toEqual([400, 'request_invalid']);
});

test('a statement goes from one balance to the other, page by page', async () => {
  const { json: whole } = await get(`accounts/bank/statement?${days}&limit=100`);
  expect(whole.account).toMatchObject({ code: 'bank', kind: 'asset', normal_side: 'debit' });
  expect(whole.lines.length).toBeGreaterThan(1);
  expect(whole).toMatchObject({ opening_minor: '0', next: null });
  const { json: balances } = await get('trial-balance');
  const bank = balances.accounts.find((each: Line) => each.code === 'bank');
  expect(whole.closing_minor).toBe(bank.balance_minor);

  const lines: unknown[] = [];
  let after = '';
  let opening = '0';
  for (;;) {
    const { status, json } = await get(`accounts/bank/statement?${days}&limit=1${after}`);
    expect(status).toBe(200);
    expect(json.opening_minor).toBe(opening);
    opening = json.closing_minor;
    lines.push(...json.lines);
    if (json.next === null) break;
    after = `&after=${json.next}`;
  }
  expect(lines).toEqual(whole.lines);
  const { json: past } = await get('accounts/bank/statement?from=2020-01-01&to=2020-01-31');
  expect(past).toMatchObject({ lines: [], opening_minor: '0', closing_minor: '0' });
  const { json: now } = await get(`accounts/bank/statement?from=${today()}&to=2100-01-01`);
  expect(now.closing_minor).toBe(whole.closing_minor);
});

test('what no statement can be made of is refused', async () => {
  const missing = await get(`accounts/no_such_account/statement?${days}`);
  expect([missing.status, missing.json.code]).toEqual([404, 'ledger_account_not_found']);
  for (const query of [
    'from=2026-02-01&to=2026-01-31',
    'from=2026-02-30&to=2026-03-31',
    'to=2026-03-31',
    `${days}&limit=0`,
    `${days}&after=bm90aGluZw`,
    `${days}&after=${Buffer.from('[1,"x",202601]').toString('base64url')}`,
  ]) {
    const { status, json } = await get(`accounts/bank/statement?${query}`);
    expect([status, json.code], query).toEqual([400, 'request_invalid']);
  }
});

test('the chain is told as it is, checked, and a change behind our back is found', async () => {
  const { database } = world.context;
  const { book } = world.context.utility;
  const { json: fresh } = await get('chain');
  expect(fresh).toMatchObject({ closed_to: null, sealed_to: null, head: null });
  const later = instant(Date.now() + 10);
  await sealLedger(database, book, later);
  const { json: sealed } = await get('chain');
  expect(sealed).toMatchObject({ closed_to: new Date(later).toISOString(), head: { block: '1' } });
  const { json: check } = await get('chain/check');
  expect(check).toMatchObject({ intact: true, blocks: 1, head: sealed.head, faults: [] });
  expect(check.entries).toBeGreaterThan(1);
  expect((await get('chain')).json.last_check).toEqual(check);
  const { block, hash } = sealed.head;
  expect((await get(`chain/check?block=${block}&hash=${hash}`, 'auditor')).json.intact).toBe(true);
  const other = await get(`chain/check?block=1&hash=${'0'.repeat(64)}`, 'auditor');
  expect(other.json.faults).toMatchObject([{ kind: 'known_head_missing', block: '1' }]);
  for (const query of ['block=1', `hash=${hash}`, `block=x&hash=${hash}`, 'block=1&hash=12']) {
    const { status, json } = await get(`chain/check?${query}`, 'founder');
    // Bad forms count against the limit of checks too.
    expect([400, 429], query).toContain(status);
    expect(['request_invalid', 'too_many_requests']).toContain(json.code);
  }

  await world.fixture.scratch.asOwner(`begin; set local session_replication_role = replica;
    update entry set kind = 'refund' where entry_id = (select min(entry_id::text)::uuid from entry);
    commit`);
  const { json: tampered } = await get('chain/check', 'finance_checker');
  expect(tampered.intact).toBe(false);
  expect(tampered.faults).toMatchObject([{ kind: 'entry_altered', block: '1', position: null }]);
});

test('a balance of a closed day is final and stays what it was', async () => {
  const { database, utility } = world.context;
  const at = new Date(Date.now() + 1000).toISOString();
  const { json: open } = await get(`trial-balance?at=${at}`);
  expect(open.final).toBe(false);
  const upTo = instant(Date.now() + 3 * 86_400_000);
  const closed = await closeLedgerDays(database, utility.book, {
    timeZone: utility.timeZone,
    upTo,
  });
  expect(closed).toBeGreaterThan(0);
  const { json: final } = await get(`trial-balance?at=${at}`);
  expect(final).toEqual({ ...open, final: true });
});
