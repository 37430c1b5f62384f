/** Reconciliation over HTTP: sources, statements, runs, items; every refusal, every repetition. */
import { randomUUID } from 'node:crypto';
import { type AccountId, openAccount } from '@wattvend/ledger/account.js';
import { ITEM_ACTION_REFUSALS } from '@wattvend/vending/item-actions.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { camt053 } from '../../../packages/vending/test/reconciliation/statements.ts';
import { meterAt } from '../../../packages/vending/test/utility-fixture.ts';
import { REFUSAL_CODES } from '../src/http/refusals.ts';
import { createServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await createServerWorld();
  const { database } = world.context;
  const { utilityId, ledgerId } = world.context.utility.book;
  const account = {
    utilityId,
    accountId: randomUUID() as string as AccountId,
    ledgerId,
    code: 'mobile_money',
    name: 'Mobile money',
  };
  await database.transaction((tx) => openAccount(tx, { ...account, normalSide: 'debit' }));
});
afterAll(() => world.close());

const CSV = {
  kind: 'csv',
  date_format: 'YYYY-MM-DD HH:mm:ss',
  money: { kind: 'signed', column: 'Amount' },
  date: 'Date',
  external_id: 'Receipt',
};

function source(more: object = {}) {
  return {
    kind: 'mobile_money',
    name: `Till ${randomUUID()}`,
    clearing_account: 'mobile_money',
    time_zone: 'Africa/Nairobi',
    format: CSV,
    money_basis: 'gross',
    expected_fee: null,
    payment_methods: ['mobile_money'],
    vendor_id: null,
    takes_deposits: false,
    match_window_minutes: 60,
    ...more,
  };
}

async function addSource(more: object = {}): Promise<string> {
  const id = randomUUID();
  const { status } = await world.ask('PUT', `/v1/reconciliation/sources/${id}`, {
    as: 'finance',
    body: source(more),
  });
  expect(status).toBe(201);
  return id;
}

function upload(
  sourceId: string,
  body: string,
  more: { readonly id?: string; readonly query?: string; readonly type?: string } = {},
) {
  const { id = randomUUID(), query = '', type = 'text/csv' } = more;
  return world.ask('PUT', `/v1/reconciliation/sources/${sourceId}/statements/${id}${query}`, {
    as: 'finance',
    body,
    headers: { 'content-type': type },
  });
}

function run(sourceId: string, id: string = randomUUID(), more: object = {}) {
  const body = {
    source_id: sourceId,
    from: '2020-01-01T00:00:00Z',
    to: '2100-01-01T00:00:00Z',
    ...more,
  };
  return world.ask('PUT', `/v1/reconciliation/runs/${id}`, { as: 'finance', body });
}

const HEAD = 'Receipt,Date,Amount\n';

describe('sources', () => {
  test('are added, replaced, listed and read as they were put', async () => {
    const id = randomUUID();
    const url = `/v1/reconciliation/sources/${id}`;
    const indicator = {
      kind: 'indicator',
      column: 2,
      indicator: 3,
      credit_words: ['C'],
      debit_words: ['D'],
    };
    const expected_fee = { basis_points: 150, fixed_minor: '10', rounding: 'half_up' };
    const body = source({
      expected_fee,
      format: { ...CSV, money: indicator, status: { column: 'S', counts: ['ok'] } },
    });
    const first = await world.ask('PUT', url, { as: 'finance', body });
    expect([first.status, first.json]).toMatchObject([
      201,
      { id, expected_fee, format: { money: indicator, delimiter: ',' } },
    ]);
    const again = await world.ask('PUT', url, { as: 'finance', body });
    expect([again.status, again.json]).toEqual([200, first.json]);
    const camt = { kind: 'camt053', external_id: ['end_to_end_id'], account_number: null };
    await world.ask('PUT', url, { as: 'finance', body: { ...body, format: camt } });
    expect((await world.ask('GET', url, { as: 'auditor' })).json).toEqual({
      ...first.json,
      format: camt,
    });
    const list = await world.ask('GET', '/v1/reconciliation/sources', { as: 'finance' });
    expect(list.json.sources).toContainEqual({ ...first.json, format: camt });
  });

  test('refusals', async () => {
    const name = `Taken ${randomUUID()}`;
    await addSource({ name });
    const code = async (more: object) => {
      const url = `/v1/reconciliation/sources/${randomUUID()}`;
      return (await world.ask('PUT', url, { as: 'finance', body: source(more) })).json;
    };
    expect(await code({ kind: 'cash' })).toMatchObject({ code: 'request_invalid' });
    expect(await code({ match_window_minutes: -1 })).toMatchObject({ code: 'request_invalid' });
    expect(await code({ time_zone: 'Mars', clearing_account: 'nowhere' })).toMatchObject({
      code: 'payment_source_faulty',
      errors: [{ path: 'body.time_zone' }],
    });
    expect(await code({ name, clearing_account: 'nowhere' })).toMatchObject({
      code: 'clearing_account_not_found',
    });
    expect(await code({ name })).toMatchObject({ code: 'payment_source_name_taken' });
    const unknown = await world.ask('GET', `/v1/reconciliation/sources/${randomUUID()}`, {
      as: 'finance',
    });
    expect(unknown.json.code).toBe('payment_source_not_found');
  });

  test('a sample is read by settings before they are stored', async () => {
    const ask = (body: object) =>
      world.ask('POST', '/v1/reconciliation/samples', { as: 'finance', body });
    const text = `${HEAD}QX1,2026-03-01 10:00:00,5.00\nQX2,never,5.00\n`;
    const read = await ask({
      format: { ...CSV, encoding: 'windows-1252' },
      time_zone: 'Africa/Nairobi',
      text,
    });
    expect(read.json).toMatchObject({
      fault_count: 1,
      faults: [{ line: 3, column: 'Date', found: 'never' }],
      sample: [{ external_id: 'QX1', line_minor: '500', booked_at: '2026-03-01T07:00:00.000Z' }],
    });
    const wrong = await ask({ format: { ...CSV, date_format: 'x' }, time_zone: 'UTC', text });
    expect(wrong.json).toMatchObject({
      code: 'payment_source_faulty',
      errors: [{ path: 'body.format.date_format' }],
    });
  });
});

describe('statements', () => {
  const good = `${HEAD}QX1,2026-03-01 10:00:00,5.00\nQX2,2026-03-02 10:00:00,-1.00\n`;

  test('are imported once, listed and read', async () => {
    const sourceId = await addSource();
    const id = randomUUID();
    const dry = await upload(sourceId, good, { query: '?dry_run=true' });
    expect([dry.status, dry.json]).toMatchObject([200, { fault_count: 0, totals: { lines: 2 } }]);
    const first = await upload(sourceId, good, { id, query: '?name=march.csv' });
    expect([first.status, first.json]).toMatchObject([
      201,
      {
        id,
        name: 'march.csv',
        first_run_id: null,
        totals: {
          lines: 2,
          credit_minor: '500',
          debit_minor: '-100',
          from: '2026-03-01',
          to: '2026-03-02',
        },
      },
    ]);
    for (const again of [await upload(sourceId, good, { id }), await upload(sourceId, good)]) {
      expect([again.status, again.json]).toEqual([200, first.json]);
    }
    const other = await upload(sourceId, `${good}QX3,2026-03-02 10:00:00,1.00\n`, { id });
    expect(other.json.code).toBe('statement_id_conflict');
    await upload(sourceId, `${good}QX4,2026-03-02 10:00:00,1.00\n`);
    const url = `/v1/reconciliation/statements?source_id=${sourceId}&limit=1`;
    const one = await world.ask('GET', url, { as: 'auditor' });
    const two = await world.ask('GET', `${url}&before=${one.json.next}`, { as: 'auditor' });
    expect([one.json.statements.length, two.json.statements, two.json.next]).toEqual([
      1,
      [first.json],
      null,
    ]);
    expect(
      (await world.ask('GET', `/v1/reconciliation/statements/${id}`, { as: 'finance' })).json,
    ).toEqual(first.json);
    const events = await world.ask('GET', `/v1/audit-events?subject_id=${id}`, { as: 'auditor' });
    expect(events.json.events).toMatchObject([
      { what: 'statement.imported', actor: { name: 'finance' } },
    ]);
  });

  test('refusals: nothing is stored', async () => {
    const sourceId = await addSource();
    const bad = await upload(sourceId, `${good}QX3,2026-03-02 10:00:00,1.005\nQX4,x,1.00\n`);
    expect([bad.status, bad.json]).toMatchObject([
      422,
      {
        code: 'statement_faulty',
        detail: '2 lines or fields cannot be read. Nothing was imported.',
        errors: [
          { path: 'line 4, Amount', message: 'found "1.005", expected at most 2 decimal places' },
          { path: 'line 5, Date', message: 'found "x", expected a date of the format' },
        ],
      },
    ]);
    const json = await upload(sourceId, '{}', { type: 'application/json' });
    expect([json.status, json.json.code]).toEqual([415, 'statement_media_type']);
    expect((await upload(sourceId, 'x', { type: 'application/zip' })).json.code).toBe(
      'request_not_json',
    );
    expect((await upload(randomUUID(), good)).json.code).toBe('payment_source_not_found');
    expect((await upload(randomUUID(), good, { query: '?dry_run=true' })).json.code).toBe(
      'payment_source_not_found',
    );
    expect((await upload(sourceId, good, { query: '?dry_run=perhaps' })).json.code).toBe(
      'request_invalid',
    );
    expect(
      (await world.ask('GET', `/v1/reconciliation/statements/${randomUUID()}`, { as: 'finance' }))
        .json.code,
    ).toBe('statement_not_found');
    const list = await world.ask('GET', `/v1/reconciliation/statements?source_id=${sourceId}`, {
      as: 'finance',
    });
    expect(list.json.statements).toEqual([]);
  });

  test('a file larger than any other body is taken, and one of 64 MiB and an octet is not', async () => {
    const sourceId = await addSource();
    const rows = Array.from(
      { length: 4000 },
      (_, index) => `QX${index},2026-03-01 10:00:00,5.00\n`,
    ).join('');
    expect((await upload(sourceId, HEAD + rows)).status).toBe(201);
    const large = await upload(sourceId, 'x'.repeat(64 * 1024 * 1024 + 1));
    expect(large.json.code).toBe('request_too_large');
    // Elsewhere such a body is still no JSON.
    const elsewhere = await world.ask('POST', '/v1/reconciliation/samples', {
      as: 'finance',
      body: 'a,b',
      headers: { 'content-type': 'text/csv' },
    });
    expect(elsewhere.json.code).toBe('request_not_json');
  });

  test('camt.053 comes as XML', async () => {
    const format = { kind: 'camt053', external_id: ['end_to_end_id'], account_number: null };
    const sourceId = await addSource({ kind: 'bank', format });
    const text = camt053('08', [{ amount: '12.50' }], { opening: '0.00', closing: '12.50' });
    const answer = await upload(sourceId, text, { type: 'application/xml' });
    expect([answer.status, answer.json]).toMatchObject([
      201,
      { totals: { lines: 1, credit_minor: '1250' } },
    ]);
    const wrong = await upload(sourceId, text.replace('12.50<', '12.51<'), { type: 'text/xml' });
    expect(wrong.json).toMatchObject({ code: 'statement_faulty' });
  });
});

describe('runs and items', () => {
  test('from the sale to the evidence', async () => {
    const sourceId = await addSource();
    const vendId = randomUUID();
    const payment = { method: 'mobile_money', reference: 'QX9' };
    const sale = { meter_number: meterAt(1), tendered_minor: '5000', payment };
    const sold = await world.ask('PUT', `/v1/vends/${vendId}`, { as: 'cashier', body: sale });
    expect(sold.status).toBe(201);
    const today = new Date().toISOString().slice(0, 19).replace('T', ' ');
    await upload(sourceId, `${HEAD}QX9,${today},49.00\nFEE,2026-03-01 10:00:00,-1.00\n`);
    const runId = randomUUID();
    const first = await run(sourceId, runId);
    expect([first.status, first.json]).toMatchObject([
      201,
      {
        id: runId,
        run_by: 'finance',
        observed: 1,
        items: { matched: 0, differs: 1, paid_no_vend: 1 },
      },
    ]);
    const again = await run(sourceId, runId);
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect(
      (await world.ask('GET', `/v1/reconciliation/runs/${runId}`, { as: 'auditor' })).json,
    ).toEqual(first.json);
    const runs = await world.ask('GET', `/v1/reconciliation/runs?source_id=${sourceId}`, {
      as: 'auditor',
    });
    expect(runs.json).toEqual({ runs: [first.json], next: null });

    const url = `/v1/reconciliation/items?source_id=${sourceId}`;
    const one = await world.ask('GET', `${url}&limit=1`, { as: 'auditor' });
    const two = await world.ask('GET', `${url}&limit=1&before=${one.json.next}`, { as: 'auditor' });
    const classes = [...one.json.items, ...two.json.items].map(
      (item: { class: string }) => item.class,
    );
    expect([classes.sort(), two.json.next]).toEqual([['differs', 'paid_no_vend'], null]);
    const differing = await world.ask('GET', `${url}&class=differs&state=open`, { as: 'auditor' });
    const [item] = differing.json.items;
    expect(item).toMatchObject({
      reason: 'money',
      difference_minor: '-100',
      line: { external_id: 'QX9' },
      known: { id: vendId },
    });
    const evidence = await world.ask('GET', `/v1/reconciliation/items/${item.id}`, {
      as: 'auditor',
    });
    expect(evidence.json).toMatchObject({
      item,
      vend: { id: vendId, masked_tokens: [expect.stringMatching(/^\*{16}\d{4}$/)] },
      entry: {
        id: vendId,
        kind: 'sale',
        postings: expect.arrayContaining([
          expect.objectContaining({ account_code: 'energy_sales', account_name: 'Energy sales' }),
        ]),
      },
    });
    expect(evidence.text).not.toContain(sold.json.tokens[0].digits);

    const action = `/v1/reconciliation/items/${item.id}/actions/${randomUUID()}`;
    const body = { action: 'explain', explanation: 'accepted_difference', note: 'a fee' };
    const explained = await world.ask('PUT', action, { as: 'finance', body });
    expect([explained.status, explained.json]).toMatchObject([
      201,
      { resolution: 'accepted_difference', note: 'a fee' },
    ]);
    const repeated = await world.ask('PUT', action, { as: 'finance', body });
    expect([repeated.status, repeated.json]).toEqual([200, explained.json]);
    const settled = await world.ask('GET', `${url}&state=settled`, { as: 'auditor' });
    expect(settled.json.items.map((each: { id: string }) => each.id)).toEqual([item.id]);
    const summary = await world.ask('GET', `/v1/reconciliation/summary?source_id=${sourceId}`, {
      as: 'auditor',
    });
    expect(summary.json).toMatchObject({
      unexplained_after_day: 1,
      cells: [
        {
          class: 'differs',
          age: 'settled',
          items: 1,
          items_minor: '4900',
          difference_minor: '-100',
        },
        { class: 'paid_no_vend', age: 'older', items: 1, items_minor: '-100' },
      ],
    });
    const balance = await world.ask('GET', `/v1/reconciliation/sources/${sourceId}/balance`, {
      as: 'auditor',
    });
    expect(balance.json).toMatchObject({
      statement_minor: '4800',
      ledger_minor: '0',
      differences: [
        { class: 'differs', resolution: 'accepted_difference', difference_minor: '-100' },
        { class: 'paid_no_vend', resolution: null, difference_minor: '-100' },
      ],
      // The sale was posted to the vendor's float, not to the account of this source.
      rest_minor: '5000',
    });
  });

  test('refusals of runs', async () => {
    const sourceId = await addSource();
    const id = randomUUID();
    await run(sourceId, id);
    expect((await run(sourceId, id, { to: '2099-01-01T00:00:00Z' })).json.code).toBe(
      'reconciliation_run_id_conflict',
    );
    expect((await run(randomUUID())).json.code).toBe('payment_source_not_found');
    expect((await run(sourceId, randomUUID(), { to: '2020-01-01T00:00:00Z' })).json.code).toBe(
      'reconciliation_span_empty',
    );
    const unknown = `/v1/reconciliation/runs/${randomUUID()}`;
    expect((await world.ask('GET', unknown, { as: 'finance' })).json.code).toBe(
      'reconciliation_run_not_found',
    );
    const balance = `/v1/reconciliation/sources/${randomUUID()}/balance`;
    expect((await world.ask('GET', balance, { as: 'finance' })).json.code).toBe(
      'payment_source_not_found',
    );
  });

  test('refusals of actions', async () => {
    const sourceId = await addSource();
    await upload(sourceId, `${HEAD}A,2026-03-01 10:00:00,5.00\nB,2026-03-01 10:00:00,5.00\n`);
    await run(sourceId);
    const { json } = await world.ask(
      'GET',
      `/v1/reconciliation/items?source_id=${sourceId}&class=paid_no_vend`,
      { as: 'finance' },
    );
    const [a, b] = json.items.map((item: { id: string }) => item.id);
    const act = async (item: string, body: object, id: string = randomUUID()) => {
      const url = `/v1/reconciliation/items/${item}/actions/${id}`;
      return (await world.ask('PUT', url, { as: 'finance', body })).json.code;
    };
    const charge = { action: 'explain', explanation: 'bank_charge' };
    expect(await act(a, { action: 'forget' })).toBe('request_invalid');
    expect(await act(a, { action: 'reopen' })).toBe('request_invalid');
    expect(await act(randomUUID(), charge)).toBe('reconciliation_item_not_found');
    expect(await act(a, { action: 'link', with_item_id: b })).toBe('reconciliation_link_sides');
    expect(await act(a, { action: 'explain', explanation: 'other' })).toBe(
      'reconciliation_note_missing',
    );
    expect(await act(a, { action: 'reopen', note: 'x' })).toBe('reconciliation_item_not_explained');
    const id = randomUUID();
    expect(await act(a, charge, id)).toBeUndefined();
    expect(await act(b, charge, id)).toBe('reconciliation_action_id_conflict');
    expect(await act(a, charge)).toBe('reconciliation_item_settled');
    expect(
      (await world.ask('GET', `/v1/reconciliation/items/${randomUUID()}`, { as: 'finance' })).json
        .code,
    ).toBe('reconciliation_item_not_found');
  });

  test('the refusals of an action are in the list, in their order', () => {
    const listed = REFUSAL_CODES.filter((code) =>
      ITEM_ACTION_REFUSALS.some((each) => each === code),
    );
    expect(listed).toEqual([...ITEM_ACTION_REFUSALS]);
  });
});
