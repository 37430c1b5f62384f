/** Statements against what is known: the five classes, injected errors, order, repetition. */
import { randomUUID } from 'node:crypto';
import { minorUnits } from '@wattvend/quantities/money.js';
import { instant } from '@wattvend/quantities/time.js';
import { importStatement } from '@wattvend/vending/import-statement.js';
import type { KnownPayment } from '@wattvend/vending/known-payments.js';
import type { ReconciliationRunId, StatementFileId } from '@wattvend/vending/statement-file.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ACTOR,
  createReconciliationWorld,
  csvOf,
  DAY,
  known,
  type Line,
  NOW,
  type ReconciliationWorld,
  told,
  uuidOf,
} from './reconciliation-world.ts';
import { CSV } from './statements.ts';

let world: ReconciliationWorld;
beforeAll(async () => {
  world = await createReconciliationWorld();
});
afterAll(() => world.fixture.close());

const FEES = { ...CSV, fee: 'Fee' } as const;

describe('an import', () => {
  test('happens once for an id, and once for the same octets', async () => {
    const source = await world.addSource();
    const fileId = randomUUID() as string as StatementFileId;
    const lines: readonly Line[] = [
      { id: 'A', minor: 500 },
      { id: 'B', minor: -200 },
      { id: 'C', minor: 0 },
    ];
    const first = await world.bring(source, lines, { fileId });
    expect(first).toMatchObject({
      kind: 'imported',
      first: true,
      file: {
        totals: {
          lines: 2,
          passedOver: 1,
          credits: 500n,
          debits: -200n,
          fees: 0n,
          from: '2026-03-01',
          to: '2026-03-01',
        },
      },
    });
    expect(await world.bring(source, lines, { fileId })).toEqual({ ...first, first: false });
    expect(await world.bring(source, lines)).toEqual({ ...first, first: false });
    expect(await world.bring(source, [{ id: 'A', minor: 501 }], { fileId })).toEqual({
      kind: 'refused',
      refusal: 'statement_id_conflict',
    });
    const other = await world.addSource();
    expect(await world.bring(other, lines, { fileId })).toMatchObject({
      refusal: 'statement_id_conflict',
    });
    expect(await world.bring(other, lines)).toMatchObject({ kind: 'imported', first: true });
  });

  test('of a source that is not there is refused, and a bad line leaves nothing behind', async () => {
    const source = await world.addSource();
    const nowhere = { ...source, sourceId: randomUUID() as string as typeof source.sourceId };
    expect(await world.bring(nowhere, [])).toMatchObject({ refusal: 'payment_source_not_found' });
    const good = csvOf(
      Array.from({ length: 12_000 }, (_, index) => ({ id: `L${index}`, minor: 1 })),
    );
    const answer = await importStatement(world.database, world.fixture.utility, {
      fileId: randomUUID() as string as StatementFileId,
      sourceId: source.sourceId,
      name: 'bad.csv',
      octets: Buffer.concat([
        good,
        Buffer.from('X,2026-03-01 10:00:00,,,oops,0.00\nY,2026-99-01 10:00:00,,,1.00,0.00\n'),
      ]),
      importedBy: 'test',
      actor: ACTOR,
      now: NOW,
      newId: randomUUID,
    });
    expect(answer).toMatchObject({
      refusal: 'statement_faulty',
      checked: {
        faultCount: 2,
        faults: [
          { line: 12_002, column: 'Amount' },
          { line: 12_003, column: 'Completed' },
        ],
      },
    });
    await world.run(source, []);
    expect(await world.items(source)).toEqual([]);
  });

  test('at the same moment, twenty times, is one', async () => {
    const source = await world.addSource();
    const lines = Array.from({ length: 50 }, (_, index) => ({ id: `T${index}`, minor: 100 }));
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.bring(source, lines)));
    expect(answers.filter((answer) => answer.kind === 'imported' && answer.first).length).toBe(1);
    await world.run(source, []);
    expect((await world.items(source)).length).toBe(50);
  });
});

describe('a line and a payment', () => {
  test.each<[string, readonly Line[], readonly KnownPayment[], readonly string[]]>([
    [
      'with one id are matched',
      [{ id: 'A', minor: 500 }],
      [known('A', 500)],
      ['matched external_id A A 0'],
    ],
    [
      'with one id and other money differ',
      [{ id: 'A', minor: 450 }],
      [known('A', 500)],
      ['differs money A A -50'],
    ],
    ['that is not there', [{ id: 'A', minor: 500 }], [], ['paid_no_vend no_vend A - 0']],
    ['with no line', [], [known('A', 500)], ['vend_no_pay no_payment - A 0']],
    [
      'that repeats: the first line is the payment',
      [
        { id: 'A', minor: 500 },
        { id: 'A', minor: 500 },
      ],
      [known('A', 500)],
      ['duplicate line_repeated A - 0', 'matched external_id A A 0'],
    ],
    [
      'that was used twice: the first vend is paid',
      [{ id: 'A', minor: 500 }],
      [known('A', 500), known('A', 500, { id: uuidOf('A2'), at: instant(DAY + 1) })],
      ['duplicate payment_used_twice - A 0', 'matched external_id A A 0'],
    ],
    [
      'whose vend has no token: the money came for nothing',
      [{ id: 'A', minor: 500 }],
      [known('A', 500, { hasToken: false })],
      ['paid_no_vend token_missing A - 0'],
    ],
    [
      'without token and without line: nothing happened',
      [],
      [known('A', 500, { hasToken: false })],
      [],
    ],
    [
      'whose first vend failed: the second one is paid',
      [{ id: 'A', minor: 500 }],
      [
        known('A', 500, { hasToken: false }),
        known('A', 500, { id: uuidOf('A2'), at: instant(DAY + 1) }),
      ],
      ['matched external_id A A 0'],
    ],
    [
      'with the id of the vend among other words',
      [{ id: 'A', minor: 500, details: `for ${uuidOf('V').toUpperCase()} thanks` }],
      [known('V', 500, { reference: null })],
      [`matched named_id A ${uuidOf('V')} 0`],
    ],
    [
      'with the id of the vend without hyphens, since the field is short',
      [{ minor: 500, details: uuidOf('V').replaceAll('-', '') }],
      [known('V', 500, { reference: null })],
      [`matched named_id - ${uuidOf('V')} 0`],
    ],
    [
      'with two ids: neither is taken',
      [{ id: 'A', minor: 500, details: `${uuidOf('V')} ${uuidOf('W')}` }],
      [known('V', 500, { reference: null })],
      [`vend_no_pay no_payment - ${uuidOf('V')} 0`, 'paid_no_vend no_vend A - 0'],
    ],
    [
      'for which somebody paid twice',
      [
        { id: 'A', minor: 500, details: uuidOf('V') },
        { id: 'B', minor: 500, details: uuidOf('V') },
      ],
      [known('V', 500, { reference: null })],
      ['duplicate paid_twice B - 0', `matched named_id A ${uuidOf('V')} 0`],
    ],
    [
      'money that went out is nobody’s payment',
      [{ id: 'A', minor: -500 }],
      [known('A', 500)],
      ['paid_no_vend money_went_out A - 0', 'vend_no_pay no_payment - A 0'],
    ],
    [
      'the same meter, money and hour are no proof',
      [{ id: 'X', minor: 500, meter: '01234567897' }],
      [known('A', 500, { meterNumber: '01234567897' })],
      ['paid_no_vend no_vend X - 0', 'vend_no_pay no_payment - A 0'],
    ],
  ])('%s', async (_, lines, payments, expected) => {
    const source = await world.addSource();
    await world.bring(source, lines);
    await world.run(source, payments);
    expect(told(await world.items(source))).toEqual([...expected].sort());
  });

  test.each<[string, readonly Line[], readonly KnownPayment[], readonly string[]]>([
    [
      'one deposit of the reference',
      [{ id: 'B1', minor: 9000, details: 'slip 4711', minute: 30 }],
      [known('slip 4711', 9000, { kind: 'deposit', hasToken: false })],
      ['matched reference B1 slip 4711 0'],
    ],
    [
      'one deposit of the reference and other money',
      [{ id: 'B1', minor: 8000, details: 'slip 4711' }],
      [known('slip 4711', 9000, { kind: 'deposit', hasToken: false })],
      ['differs money B1 slip 4711 -1000'],
    ],
    [
      'the reference too long ago',
      [{ id: 'B1', minor: 9000, details: 'slip 4711', minute: 61 }],
      [known('slip 4711', 9000, { kind: 'deposit', hasToken: false })],
      ['paid_no_vend no_vend B1 - 0', 'vend_no_pay no_payment - slip 4711 0'],
    ],
    [
      'two deposits of one reference, told apart by their money',
      [
        { id: 'B1', minor: 100, details: 'cash' },
        { id: 'B2', minor: 200, details: 'cash' },
      ],
      [
        known('cash', 200, { kind: 'deposit', hasToken: false }),
        known('cash', 100, { kind: 'deposit', hasToken: false, id: uuidOf('c2') }),
      ],
      ['matched reference B1 cash 0', 'matched reference B2 cash 0'],
    ],
    [
      'two deposits that nothing tells apart are left to a person',
      [{ id: 'B1', minor: 100, details: 'cash' }],
      [
        known('cash', 100, { kind: 'deposit', hasToken: false }),
        known('cash', 100, { kind: 'deposit', hasToken: false, id: uuidOf('c2') }),
      ],
      [
        'paid_no_vend no_vend B1 - 0',
        'vend_no_pay no_payment - cash 0',
        'vend_no_pay no_payment - cash 0',
      ],
    ],
    [
      'the external id counts before the reference',
      [{ id: 'B1', minor: 100, details: 'cash' }],
      [
        known('cash', 100, { kind: 'deposit', hasToken: false }),
        known('B1', 100, { kind: 'deposit', hasToken: false }),
      ],
      ['matched external_id B1 B1 0', 'vend_no_pay no_payment - cash 0'],
    ],
  ])('deposits: %s', async (_, lines, payments, expected) => {
    const source = await world.addSource({ takesDeposits: true });
    await world.bring(source, lines);
    await world.run(source, payments);
    expect(told(await world.items(source))).toEqual([...expected].sort());
  });

  test('a fee is right to the unit, or it differs', async () => {
    const expectedFee = { basisPoints: 150, fixed: minorUnits(10n), rounding: 'half_up' } as const;
    const source = await world.addSource({ format: FEES, expectedFee });
    // 1.5 % of 5.00 is 7.5 cents, rounded to 8, and ten more.
    await world.bring(source, [
      { id: 'A', minor: 500, fee: 18 },
      { id: 'B', minor: 500, fee: 17 },
    ]);
    await world.run(source, [known('A', 500), known('B', 500)]);
    expect(told(await world.items(source))).toEqual([
      'differs fee B B -1',
      'matched external_id A A 0',
    ]);
  });

  test('where a line says what was left after the fee, the fee is added', async () => {
    const source = await world.addSource({ format: FEES, moneyBasis: 'net' });
    await world.bring(source, [{ id: 'A', minor: 482, fee: 18 }]);
    await world.run(source, [known('A', 500)]);
    expect(told(await world.items(source))).toEqual(['matched external_id A A 0']);
  });
});

describe('later', () => {
  test('an item that finds its partner is matched and keeps its history', async () => {
    const source = await world.addSource();
    await world.bring(source, [{ id: 'A', minor: 500 }], { at: instant(NOW - 5000) });
    await world.run(source, [known('B', 700)], { at: instant(NOW - 4000) });
    const before = await world.items(source);
    expect(told(before)).toEqual(['paid_no_vend no_vend A - 0', 'vend_no_pay no_payment - B 0']);
    await world.bring(source, [{ id: 'B', minor: 700 }]);
    const answer = await world.run(source, [known('A', 500), known('B', 700)]);
    expect(answer).toMatchObject({
      run: { observed: 2, items: { matched: 2, paid_no_vend: 0, vend_no_pay: 0 } },
    });
    const after = await world.items(source);
    expect(told(after)).toEqual(['matched external_id A A 0', 'matched external_id B B 0']);
    const identity = (items: typeof after) =>
      items.map((item) => `${item.itemId} ${item.firstSeenAt}`).sort();
    expect(identity(after)).toEqual(identity(before));
  });

  test('a token that comes later makes the payment a match', async () => {
    const source = await world.addSource();
    await world.bring(source, [{ id: 'A', minor: 500 }]);
    await world.run(source, [known('A', 500, { hasToken: false })]);
    await world.run(source, [known('A', 500)]);
    expect(told(await world.items(source))).toEqual(['matched external_id A A 0']);
  });

  test('a run changes nothing when nothing has changed, and the same id is the same run', async () => {
    const source = await world.addSource();
    const payments = [known('A', 500), known('C', 1), known('D', 5)];
    await world.bring(source, [
      { id: 'A', minor: 500 },
      { id: 'B', minor: 1 },
      { id: 'D', minor: 6 },
    ]);
    const runId = randomUUID() as string as ReconciliationRunId;
    const first = await world.run(source, payments, { runId });
    const before = await world.items(source);
    const none = { matched: 0, paid_no_vend: 0, vend_no_pay: 0, differs: 0, duplicate: 0 };
    expect(await world.run(source, payments)).toMatchObject({ run: { observed: 3, items: none } });
    expect(await world.items(source)).toEqual(before);
    expect(await world.run(source, payments, { runId })).toEqual({ ...first, first: false });
    expect(await world.run(source, payments, { runId, from: instant(DAY) })).toMatchObject({
      refusal: 'reconciliation_run_id_conflict',
    });
    const wrong = { from: instant(DAY), to: instant(DAY) };
    expect(await world.run(source, payments, wrong)).toMatchObject({
      refusal: 'reconciliation_span_empty',
    });
  });

  test('a file that overlaps another brings nothing twice, also without external ids', async () => {
    const source = await world.addSource({ format: { ...CSV, externalId: null } });
    const two = [
      { minor: 500, details: 'x' },
      { minor: 500, details: 'x' },
    ];
    await world.bring(source, two);
    await world.bring(source, [...two, { minor: 500, details: 'x' }, { minor: 501, details: 'x' }]);
    await world.run(source, []);
    const counts = (await world.items(source)).map((item) => item.reason).sort();
    expect(counts).toEqual([
      'line_repeated',
      'line_repeated',
      'no_vend',
      'no_vend',
      'no_vend',
      'no_vend',
    ]);
  });
});

describe('injected errors', () => {
  const FATES = [
    'right',
    'paid_no_vend',
    'vend_no_pay',
    'differs',
    'line_twice',
    'vend_twice',
    'no_token',
    'failed_first',
  ] as const;
  type Fate = (typeof FATES)[number];

  interface Injected {
    readonly lines: readonly Line[];
    readonly payments: readonly KnownPayment[];
    readonly expected: readonly string[];
  }

  function inject(fate: Fate, id: string, minor: number, at: number): Injected {
    const when = { at: instant(DAY + at * 60_000) };
    const line = { id, minor, minute: at };
    const vend = known(id, minor, when);
    const second = known(id, minor, { id: uuidOf(`${id} again`), at: instant(when.at + 30_000) });
    const right = `matched external_id ${id} ${id} 0`;
    switch (fate) {
      case 'right':
        return { lines: [line], payments: [vend], expected: [right] };
      case 'paid_no_vend':
        return { lines: [line], payments: [], expected: [`paid_no_vend no_vend ${id} - 0`] };
      case 'vend_no_pay':
        return { lines: [], payments: [vend], expected: [`vend_no_pay no_payment - ${id} 0`] };
      case 'differs':
        return {
          lines: [{ ...line, minor: minor + 1 }],
          payments: [vend],
          expected: [`differs money ${id} ${id} 1`],
        };
      case 'line_twice':
        return {
          lines: [line, line],
          payments: [vend],
          expected: [right, `duplicate line_repeated ${id} - 0`],
        };
      case 'vend_twice':
        return {
          lines: [line],
          payments: [vend, second],
          expected: [right, `duplicate payment_used_twice - ${id} 0`],
        };
      case 'no_token':
        return {
          lines: [line],
          payments: [{ ...vend, hasToken: false }],
          expected: [`paid_no_vend token_missing ${id} - 0`],
        };
      case 'failed_first':
        return {
          lines: [line],
          payments: [{ ...vend, hasToken: false }, second],
          expected: [right],
        };
    }
  }

  test('all are found and nothing else, whatever comes first', async () => {
    const payment = fc.record({
      fate: fc.constantFrom(...FATES),
      minor: fc.integer({ min: 1, max: 3 }),
      at: fc.nat(600),
      file: fc.nat(2),
    });
    // What comes in what order: three files, and looks at the first and second half of the day.
    const steps = fc.shuffledSubarray(
      ['file 0', 'file 1', 'file 2', 'early', 'late', 'early', 'late'],
      { minLength: 7, maxLength: 7 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(payment, { maxLength: 40 }), steps, async (all, order) => {
        const source = await world.addSource();
        const injected = all.map(({ fate, minor, at }, index) =>
          inject(fate, `P${index}`, minor, at),
        );
        const payments = injected.flatMap((each) => each.payments);
        let at = DAY;
        for (const step of [...order, 'all']) {
          at += 1000;
          const [word, number] = step.split(' ');
          if (word === 'file') {
            const lines = injected.flatMap((each, index) =>
              all[index]?.file === Number(number) ? each.lines : [],
            );
            await world.bring(source, lines, { at: instant(at) });
            continue;
          }
          const from = word === 'late' ? { from: instant(DAY + 300 * 60_000) } : {};
          const to = word === 'early' ? { to: instant(DAY + 300 * 60_000) } : {};
          await world.run(source, payments, { ...from, ...to, at: instant(at) });
        }
        const expected = injected.flatMap((each) => each.expected);
        expect(told(await world.items(source))).toEqual([...expected].sort());
      }),
      { numRuns: 60 },
    );
  }, 300_000);
});
