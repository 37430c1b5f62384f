/**
 * What a token holds: every kind under every algorithm is read back with the meter's key, in any
 * order of asking, after any restart; several tokens of one vend; and who may have what for nothing.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { type HundredThousandths, hundredThousandths } from '@wattvend/quantities/money.js';
import { instant, tenthMinutes } from '@wattvend/quantities/time.js';
import { tenthCubicMetres } from '@wattvend/quantities/volume.js';
import { CREDIT_REGISTERS } from '@wattvend/sts/management.js';
import { decryptToken, type NumericToken, type Token } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import {
  carriedTransferAmount,
  encodeTransferAmountCeil,
  TRANSFER_AMOUNT_MAX,
} from '@wattvend/sts/transfer-amount.js';
import {
  carriedTransferCurrency,
  encodeTransferCurrencyForCustomer,
  TRANSFER_CURRENCY_MAX,
} from '@wattvend/sts/transfer-currency.js';
import fc from 'fast-check';
import { afterEach, beforeEach, test } from 'vitest';
import { DEFAULT_ISSUE_POLICY, type IssuePolicy } from '../src/issue-policy.ts';
import {
  CONTENT_KINDS,
  CREDIT_SERVICES,
  ISSUE_BASES,
  type IssueRequest,
  type TokenContent,
} from '../src/security-module.ts';
import {
  currency,
  decoderKeyOf,
  EVERY_CONTENT,
  electricity,
  makeScratchModule,
  minuteAt,
  NOON,
  type OpenedMachine,
  ORDER,
  ORDERED,
  openMachine,
  request,
  type ScratchModule,
  UNDER_DKGA02,
  UNSEAL_KEY,
} from './scratch-module.ts';

const DAY = 24 * 60 * 60_000;

let scratch: ScratchModule;
let module: OpenedMachine;

async function open(policy: IssuePolicy | null): Promise<void> {
  scratch = await makeScratchModule(UNSEAL_KEY, policy);
  module = await openMachine(scratch);
}

beforeEach(() => open(null));

afterEach(async () => {
  await module.close();
  scratch.remove();
});

async function restart(): Promise<void> {
  await module.close();
  module = await openMachine(scratch);
}

/** The refusal, or 'issued'. */
async function said(asked: IssueRequest): Promise<string> {
  const [answer] = await module.answers([asked]);
  assert(answer);
  return answer.kind === 'refused' ? answer.refusal : answer.kind;
}

/** What a token opens to under a key derived elsewhere. */
function opened(asked: IssueRequest, token: NumericToken): Token {
  const cipher = tokenCipher(asked.encryptionAlgorithm, decoderKeyOf(asked));
  const read = decryptToken(token, cipher);
  assert(read.kind === 'token', `${asked.content.kind}: ${inspect(read)}`);
  return read.token;
}

/** What a meter should read of a content, written down from the table of the standard. */
function expectedFields(content: TokenContent): object {
  switch (content.kind) {
    case 'credit': {
      const carried = carriedTransferAmount(content.amount as number as typeof content.amount);
      const subclass = ['electricity', 'water', 'gas', 'time'].indexOf(content.service);
      const unit = { electricity: 'energy', water: 'volume', gas: 'volume', time: 'span' };
      const name = content.service;
      return { tokenClass: 0, subclass, name, [unit[content.service]]: carried };
    }
    case 'credit-currency': {
      const subclass = 4 + ['electricity', 'water', 'gas', 'time'].indexOf(content.service);
      const name = `${content.service}Currency`;
      return { tokenClass: 0, subclass, name, currency: carriedTransferCurrency(content.money) };
    }
    case 'set-maximum-power-limit': {
      const maximumPowerLimit = carriedTransferAmount(content.power);
      return { tokenClass: 2, subclass: 0, name: 'setMaximumPowerLimit', maximumPowerLimit };
    }
    case 'clear-credit':
      return { tokenClass: 2, subclass: 1, name: 'clearCredit', register: content.register };
    case 'clear-tamper-condition':
      return { tokenClass: 2, subclass: 5, name: 'clearTamperCondition', padding: 0 };
    case 'set-maximum-phase-power-unbalance-limit':
      return {
        ...{ tokenClass: 2, subclass: 6, name: 'setMaximumPhasePowerUnbalanceLimit' },
        maximumPhasePowerUnbalanceLimit: carriedTransferAmount(content.power),
      };
    case 'set-water-meter-factor': {
      const waterMeterFactor = content.factor;
      return { tokenClass: 2, subclass: 7, name: 'setWaterMeterFactor', waterMeterFactor };
    }
  }
}

function assertHolds(asked: IssueRequest, token: NumericToken): void {
  const { tokenIdentifier: minute, ...read } = opened(asked, token) as Token & {
    readonly tokenIdentifier: number;
  };
  assert.equal(minute, asked.tokenIdentifier);
  const random = 'random' in read ? { random: read.random } : {};
  assert.deepEqual(read, { ...expectedFields(asked.content), ...random });
  // A currency token alone has no room for a random number.
  assert.equal('random' in read, asked.content.kind !== 'credit-currency');
}

/** Free credit in money is not given unless a module was sealed to. */
const GENEROUS: IssuePolicy = {
  ...DEFAULT_ISSUE_POLICY,
  freeCreditCaps: {
    electricity: tenthKwh(Number.MAX_SAFE_INTEGER),
    water: tenthCubicMetres(Number.MAX_SAFE_INTEGER),
    gas: tenthCubicMetres(Number.MAX_SAFE_INTEGER),
    time: tenthMinutes(Number.MAX_SAFE_INTEGER),
    currency: hundredThousandths(BigInt(Number.MAX_SAFE_INTEGER)),
  },
};

const ALGORITHMS = [{}, UNDER_DKGA02, { encryptionAlgorithm: '07' }] as const;

test('a token of every kind opens, under every algorithm, with what was asked', async () => {
  const kinds = new Set<string>();
  let number = 0;
  for (const algorithm of ALGORITHMS) {
    for (const change of EVERY_CONTENT) {
      // Group 999902 has no default key here.
      const keyType = algorithm === UNDER_DKGA02 ? { keyType: 2 as const } : {};
      const asked = request(number++, { ...change, ...algorithm, ...keyType });
      const [answer] = await module.answers([asked]);
      assert(answer?.kind === 'issued', inspect(answer));
      assert.equal(answer.position, asked.position);
      assertHolds(asked, answer.token);
      kinds.add(asked.content.kind);
    }
  }
  assert.deepEqual([...kinds].toSorted(), [...CONTENT_KINDS].toSorted());
});

const amount = fc.integer({ min: 1, max: TRANSFER_AMOUNT_MAX });
const money = fc.bigInt({ min: -TRANSFER_CURRENCY_MAX, max: TRANSFER_CURRENCY_MAX });
const service = fc.constantFrom(...CREDIT_SERVICES);

const CONTENTS: fc.Arbitrary<TokenContent> = fc.oneof(
  amount.map((units) => electricity(units)),
  fc
    .tuple(fc.constantFrom('water', 'gas'), amount)
    .map(
      ([of, units]) =>
        ({ kind: 'credit', service: of, amount: tenthCubicMetres(units) }) satisfies TokenContent,
    ),
  amount.map(
    (units) => ({ kind: 'credit', service: 'time', amount: tenthMinutes(units) }) as const,
  ),
  fc
    .record({ service, money: money.filter((size) => size !== 0n) })
    .map((credit) => currency(credit.service, credit.money)),
  fc
    .integer({ min: 0, max: TRANSFER_AMOUNT_MAX })
    .map((power) => ({ kind: 'set-maximum-power-limit', power: watts(power) }) as const),
  fc.integer({ min: 0, max: TRANSFER_AMOUNT_MAX }).map(
    (power) =>
      ({
        kind: 'set-maximum-phase-power-unbalance-limit',
        power: watts(power),
      }) as const,
  ),
  fc
    .constantFrom(...CREDIT_REGISTERS.map(({ register }) => register))
    .map((register) => ({ kind: 'clear-credit', register }) as const),
  fc.constant({ kind: 'clear-tamper-condition' } as const),
  fc
    .integer({ min: 0, max: 0xffff })
    .map((factor) => ({ kind: 'set-water-meter-factor', factor }) as const),
);

test('any content opens with what was asked, and asked again it has the same digits', async () => {
  let number = 0;
  const algorithm = fc.constantFrom(...ALGORITHMS);
  const asked = fc
    .tuple(CONTENTS, algorithm, fc.integer({ min: 0, max: 15 }))
    .map(([content, under, position]): IssueRequest => {
      const isPaid =
        content.kind === 'credit' || (content.kind === 'credit-currency' && content.money > 0n);
      return request(number++, { content, position, ...under, ...(isPaid ? {} : ORDERED) });
    });
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 8 }), async (batch) => {
      const answers = await module.answers(batch);
      const again = await module.answers(batch.toReversed());
      assert.deepEqual(again.toReversed(), answers);
      for (const [place, answer] of answers.entries()) {
        assert(answer.kind === 'issued', inspect(answer));
        const of = batch[place];
        assert(of);
        assertHolds(of, answer.token);
      }
    }),
    { numRuns: 100 },
  );
});

test('however tokens are asked for, and however often the module is restarted, digits stay', async () => {
  const all = Array.from({ length: 12 }, (_, number) =>
    request(Math.floor(number / 4), {
      ...EVERY_CONTENT[(5 * number) % EVERY_CONTENT.length],
      ...{
        position: number % 4,
        keyType: 2,
        tokenIdentifier: tokenIdentifier(minuteAt(NOON) - number),
      },
    }),
  );
  const seen = new Map<string, unknown>();
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.subarray(all, { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant('restart' as const) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const next of steps) {
        if (next === 'restart') {
          await restart();
          continue;
        }
        for (const answer of await module.answers(next)) {
          assert(answer.kind === 'issued', inspect(answer));
          const name = `${answer.vendId}/${answer.position}`;
          assert.deepEqual(answer, seen.get(name) ?? answer);
          seen.set(name, answer);
        }
      }
      assert.equal(module.journal.head.sequence, seen.size);
    }),
    { numRuns: 25 },
  );
  const digits = [...seen.values()].map((answer) => (answer as { token: string }).token);
  assert.equal(new Set(digits).size, digits.length);
});

test('a vend has a token for each position, each with its own conflict', async () => {
  const at = (position: number, units: number): IssueRequest =>
    request(1, {
      position,
      content: electricity(units),
      tokenIdentifier: tokenIdentifier(minuteAt(NOON) + position),
    });
  assert.equal(await said(at(0, 100)), 'issued');
  assert.equal(await said(at(1, 50)), 'issued');
  assert.equal(await said(at(15, 25)), 'issued');
  assert.equal(await said(at(1, 51)), 'vend_id_conflict');
  assert.equal(await said(at(15, 50)), 'vend_id_conflict');
  await restart();
  assert.equal(await said(at(1, 51)), 'vend_id_conflict');
  assert.equal(await said(at(1, 50)), 'issued');
  assert.equal(module.journal.head.sequence, 3);
  await assert.rejects(module.answers([at(16, 50)]), RangeError);
});

test('what a field cannot hold is refused, and its greatest value is not', async () => {
  const cases: readonly (readonly [TokenContent, string])[] = [
    [electricity(TRANSFER_AMOUNT_MAX), 'issued'],
    [electricity(TRANSFER_AMOUNT_MAX + 1), 'content_out_of_range'],
    [electricity(0), 'content_out_of_range'],
    [{ kind: 'credit', service: 'time', amount: tenthMinutes(0) }, 'content_out_of_range'],
    [currency('gas', TRANSFER_CURRENCY_MAX), 'issued'],
    [currency('gas', -TRANSFER_CURRENCY_MAX), 'issued'],
    [currency('gas', TRANSFER_CURRENCY_MAX + 1n), 'content_out_of_range'],
    [currency('gas', -TRANSFER_CURRENCY_MAX - 1n), 'content_out_of_range'],
    [currency('gas', 0n), 'content_out_of_range'],
    [{ kind: 'set-maximum-power-limit', power: watts(TRANSFER_AMOUNT_MAX) }, 'issued'],
    [
      { kind: 'set-maximum-power-limit', power: watts(TRANSFER_AMOUNT_MAX + 1) },
      'content_out_of_range',
    ],
    [{ kind: 'clear-credit', register: 7 }, 'issued'],
    [{ kind: 'clear-credit', register: 8 }, 'content_out_of_range'],
    [{ kind: 'clear-credit', register: 0xfffe }, 'content_out_of_range'],
    [{ kind: 'set-water-meter-factor', factor: 0xffff }, 'issued'],
    [{ kind: 'set-water-meter-factor', factor: 0x1_0000 }, 'content_out_of_range'],
  ];
  for (const [number, [content, expected]] of cases.entries()) {
    const isPaid =
      content.kind === 'credit' || (content.kind === 'credit-currency' && content.money >= 0n);
    const asked = request(number, { content, ...(isPaid ? {} : ORDERED) });
    assert.equal(await said(asked), expected, inspect(content));
  }
});

test('credit is made under unique keys only, management tokens under default keys too', async () => {
  const under = (change: Partial<IssueRequest>): Promise<string> =>
    said(request(1, { keyType: 1, ...change }));
  assert.equal(await under({}), 'key_type_not_for_content');
  assert.equal(await under({ content: currency('water', 5n) }), 'key_type_not_for_content');
  const clear = { content: { kind: 'clear-tamper-condition' }, ...ORDERED } as const;
  assert.equal(await under(clear), 'issued');
});

test('what takes something away, or is no credit, has to be ordered', async () => {
  const wanted: readonly Partial<IssueRequest>[] = [
    { content: currency('electricity', -1n) },
    ...EVERY_CONTENT.filter(({ content }) => !content?.kind.startsWith('credit')),
  ];
  for (const change of wanted) {
    for (const without of [
      { basis: 'sale', order: null },
      { basis: 'order', order: null },
    ] as const) {
      assert.equal(await said(request(1, { ...change, ...without })), 'order_missing');
    }
  }
  const given = { content: currency('electricity', 1n), basis: 'tariff' } as const;
  assert.equal(await said(request(1, given)), 'content_not_allowed');
  await assert.rejects(module.answers([request(1, { order: ORDER })]), RangeError);
  await assert.rejects(module.answers([request(1, { order: ORDER, basis: 'tariff' })]), RangeError);
  assert.equal(module.journal.head.sequence, 0);
});

test('a module makes only the kinds it was sealed for', async () => {
  await module.close();
  scratch.remove();
  await open({ ...DEFAULT_ISSUE_POLICY, allowedKinds: ['credit', 'clear-tamper-condition'] });
  for (const [number, change] of EVERY_CONTENT.entries()) {
    const kind = change.content?.kind;
    const expected =
      kind === 'credit' || kind === 'clear-tamper-condition' ? 'issued' : 'content_not_allowed';
    assert.equal(await said(request(number, change)), expected, kind);
  }
});

/** One meter, asked for more and more. */
function free(number: number, units: number, change: Partial<IssueRequest> = {}): IssueRequest {
  const { meterPan } = request(1);
  return request(number, { meterPan, content: electricity(units), basis: 'tariff', ...change });
}

test('unpaid credit of a meter and a day stays under the cap, whoever gives it, restarts included', async () => {
  assert.equal(await said(free(1, 3000)), 'issued');
  assert.equal(await said(free(2, 1900, ORDERED)), 'issued');
  assert.equal(await said(free(3, 101)), 'free_credit_above_cap');
  await restart();
  assert.equal(await said(free(3, 101)), 'free_credit_above_cap');
  // Asked again they are what they were, and count once.
  assert.equal(await said(free(1, 3000)), 'issued');
  assert.equal(await said(free(3, 100)), 'issued');
  assert.equal(await said(free(4, 1)), 'free_credit_above_cap');
  // What is paid, another service and another meter have nothing to do with it.
  assert.equal(await said(free(5, 9000, { basis: 'sale' })), 'issued');
  const gas = { kind: 'credit', service: 'gas', amount: tenthCubicMetres(5000) } as const;
  assert.equal(await said(free(6, 0, { content: gas })), 'issued');
  assert.equal(await said(request(7, { content: electricity(5000), basis: 'tariff' })), 'issued');
  module.setClock(instant(NOON + DAY));
  const tomorrow = tokenIdentifier(minuteAt(NOON) + 1440);
  assert.equal(await said(free(8, 5001, { tokenIdentifier: tomorrow })), 'free_credit_above_cap');
  assert.equal(await said(free(8, 5000, { tokenIdentifier: tomorrow })), 'issued');
  // Yesterday does not come back with the clock, nor today again after that.
  module.setClock(NOON);
  assert.equal(await said(free(9, 1)), 'free_credit_above_cap');
  assert.equal(await said(request(10, { content: electricity(1), basis: 'tariff' })), 'issued');
  module.setClock(instant(NOON + DAY));
  assert.equal(await said(free(11, 1, { tokenIdentifier: tomorrow })), 'free_credit_above_cap');
});

test('the journal tells of each token what it does, for whom and why, and no meter', async () => {
  for (const [number, change] of EVERY_CONTENT.entries()) {
    const asked = request(number, change);
    const size = readFileSync(scratch.journalPath).length;
    const [answer] = await module.answers([asked]);
    assert(answer?.kind === 'issued');
    const written = readFileSync(scratch.journalPath).subarray(size);
    const token = opened(asked, answer.token);
    assert.equal(written.readUInt8(2), 16 * token.tokenClass + token.subclass);
    const code = written.readUIntBE(3, 3);
    const read: number[] = Object.entries(token)
      .filter(([name]) => !['tokenClass', 'subclass', 'random', 'tokenIdentifier'].includes(name))
      .map(([name, value]) => codeOfField(name, value))
      .filter((value) => value !== null);
    assert.deepEqual(read, [code]);
    assert.equal(written.readUInt8(1), 16 * asked.position + ISSUE_BASES.indexOf(asked.basis));
    assert.equal(written.length, asked.basis === 'sale' ? 96 : 192);
    const people = [ORDER.orderId, ORDER.requestedBy, ORDER.approvedBy]
      .join('')
      .replaceAll('-', '');
    const order = asked.basis === 'order' ? people : '0'.repeat(96);
    if (asked.basis !== 'sale') assert.equal(written.toString('hex', 112, 160), order);
    const text = `${written.toString('latin1')} ${written.toString('hex')}`;
    assert(!text.includes(asked.meterPan) && !text.includes(answer.token));
  }
});

/** The code of a field that was read, by the standard’s two codes of amounts; null for a name. */
function codeOfField(name: string, value: unknown): number | null {
  if (name === 'name') return null;
  if (name === 'currency') return encodeTransferCurrencyForCustomer(value as HundredThousandths);
  if (name === 'register' || name === 'waterMeterFactor' || name === 'padding')
    return Number(value);
  return encodeTransferAmountCeil(watts(Number(value)));
}

test('the cap counts what the meter will have, which may be more than was asked', async () => {
  await module.close();
  scratch.remove();
  const caps = { ...DEFAULT_ISSUE_POLICY.freeCreditCaps, electricity: tenthKwh(16_390) };
  await open({ ...DEFAULT_ISSUE_POLICY, freeCreditCaps: caps });
  // 1638.5 kWh is carried as 1639.4.
  assert.equal(await said(free(1, 16_385)), 'free_credit_above_cap');
  assert.equal(await said(free(1, 16_384)), 'issued');
});

test('free credit in money is given up to the cap that was sealed, and a debit makes no room', async () => {
  const give = (number: number, size: bigint): Promise<string> =>
    said(free(number, 0, { content: currency('electricity', size), ...ORDERED }));
  assert.equal(await give(1, 1n), 'free_credit_above_cap');
  await module.close();
  scratch.remove();
  await open({
    ...GENEROUS,
    freeCreditCaps: { ...GENEROUS.freeCreditCaps, currency: hundredThousandths(10_000n) },
  });
  assert.equal(await give(1, 10_000n), 'issued');
  assert.equal(await give(2, -5000n), 'issued');
  assert.equal(await give(3, 1n), 'free_credit_above_cap');
});

test('within one batch and at the same time the cap holds too', async () => {
  const batch = Array.from({ length: 60 }, (_, number) => free(number, 100));
  const all = await Promise.all([
    module.answers(batch),
    module.answers(batch.slice(0, 30)),
    module.answers(batch.toReversed()),
  ]);
  const issued = all.flat().filter((answer) => answer.kind === 'issued');
  assert.equal(new Set(issued.map((answer) => answer.vendId)).size, 50);
  assert.equal(module.journal.head.sequence, 50);
});

test('many meters have their free credit each, and the sums outlive growing', async () => {
  const meters = Array.from({ length: 400 }, (_, number) =>
    request(number, { content: electricity(4990), basis: 'tariff' }),
  );
  const more = meters.map((asked) => ({ ...asked, position: 1, content: electricity(11) }));
  const fits = meters.map((asked) => ({ ...asked, position: 2, content: electricity(10) }));
  const outcome = async (asked: readonly IssueRequest[]): Promise<Set<string>> => {
    const answers = [
      ...(await module.answers(asked.slice(0, 200))),
      ...(await module.answers(asked.slice(200))),
    ];
    return new Set(
      answers.map((answer) => (answer.kind === 'refused' ? answer.refusal : 'issued')),
    );
  };
  assert.deepEqual(await outcome(meters), new Set(['issued']));
  assert.deepEqual(await outcome(more), new Set(['free_credit_above_cap']));
  await restart();
  assert.deepEqual(await outcome(more), new Set(['free_credit_above_cap']));
  assert.deepEqual(await outcome(fits), new Set(['issued']));
});

test('the report counts by kind and by basis, across restarts, and each once', async () => {
  for (const [number, change] of EVERY_CONTENT.entries()) {
    const asked = request(number, change);
    assert.equal(await said(asked), 'issued');
    assert.equal(await said(asked), 'issued');
  }
  const expected = {
    issued: BigInt(EVERY_CONTENT.length),
    byKind: Object.fromEntries(
      CONTENT_KINDS.map((kind) => [
        kind,
        BigInt(EVERY_CONTENT.filter(({ content }) => content?.kind === kind).length),
      ]),
    ),
    byBasis: {
      sale: BigInt(EVERY_CONTENT.filter(({ basis }) => basis === undefined).length),
      tariff: 1n,
      order: BigInt(EVERY_CONTENT.filter(({ basis }) => basis === 'order').length),
    },
  };
  for (const reread of [false, true]) {
    if (reread) await restart();
    const { issued, issuedByKind, issuedByBasis } = module.machine.report();
    assert.deepEqual({ issued, byKind: issuedByKind, byBasis: issuedByBasis }, expected);
  }
});
