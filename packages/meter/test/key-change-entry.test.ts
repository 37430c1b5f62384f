import { applyWrite, type MeterMemory } from '@wattvend/meter/memory.js';
import { parseMeterMemory, serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { watts } from '@wattvend/quantities/energy.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { type KeyChange, keyChangeSections } from '@wattvend/sts/key-change.js';
import type { KeyChangeSectionToken } from '@wattvend/sts/key-change-section.js';
import {
  type KeyType,
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { encryptToken } from '@wattvend/sts/token.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  creditToken,
  ENCRYPTION_ALGORITHMS,
  enter,
  inventedMeter,
  MANUFACTURED,
  NOON,
  rawManagementToken,
  vendingCipher,
} from './invented-meter.ts';

const NEW_KEYS = { 64: 'fedcba9876543210', 128: 'f0e0d0c0b0a090807060504030201000' } as const;

function changeFor(memory: MeterMemory, changes: Partial<KeyChange> = {}): KeyChange {
  const bits = memory.decoderKey.length === 16 ? 64 : 128;
  return {
    decoderKey: DecoderKey.fromHex(NEW_KEYS[bits]),
    keyType: 2,
    keyRevisionNumber: keyRevisionNumber(9),
    keyExpiryNumber: keyExpiryNumber(0x5d),
    tariffIndex: tariffIndex('99'),
    supplyGroupCode: supplyGroupCode('999999'),
    rollover: false,
    ...changes,
  };
}

/** The tokens of a change, some fields of its sections replaced by ones no encoder would take. */
function setFor(
  memory: MeterMemory,
  changes: Partial<KeyChange> = {},
  spoilt: Readonly<Record<string, number>> = {},
): readonly string[] {
  const cipher = vendingCipher(memory);
  return keyChangeSections(changeFor(memory, changes)).map((section) => {
    const own = Object.entries(spoilt).filter(([name]) => name in section);
    return encryptToken(
      { ...section, ...Object.fromEntries(own) } as KeyChangeSectionToken,
      cipher,
    );
  });
}

/** Enters tokens, each at its second; returns what each came to. */
function enterAt(
  memory: MeterMemory,
  ...events: readonly (readonly [second: number, typed: string | undefined])[]
) {
  let after = memory;
  const results: string[] = [];
  for (const [second, typed = ''] of events) {
    const outcome = applyToken(after, typed, { now: instant(NOON + second * 1000) });
    results.push(outcome.result);
    after = outcome.writes.reduce(applyWrite, after);
  }
  return { results, memory: after };
}

const SECTION_ANSWERS = ['1stKCT', '2ndKCT', '3rdKCT', '4thKCT'];

/** All sets there are: of two, of three, of four. */
const SETS = [
  ...ENCRYPTION_ALGORITHMS.map((ea) => [ea, supplyGroupCode('999999')] as const),
  ['07', null] as const,
  ['09', null] as const,
];

describe.each(SETS)('under encryption algorithm %s, supply group %s', (ea, code) => {
  const meter = enter(
    inventedMeter(ea, { isTampered: true, maximumPowerLimit: watts(5) }),
    creditToken(inventedMeter(ea), 1),
  ).memory;
  const set = setFor(meter, { supplyGroupCode: code });

  test('a set in any order gives the same meter, one write for each token', () => {
    const expected = {
      ...meter,
      generation: meter.generation + set.length,
      decoderKey: meter.decoderKey.length === 16 ? NEW_KEYS[64] : NEW_KEYS[128],
      keyRevisionNumber: 9,
      keyExpiryNumber: 0x5d,
      tariffIndex: '99',
      supplyGroupCode: code ?? meter.supplyGroupCode,
      log: expect.objectContaining({ count: meter.log.count + 1 }),
    };
    const orders = permutations(set.map((_, index) => index));
    expect(orders).toHaveLength([0, 1, 2, 6, 24][set.length] ?? 0);
    for (const order of orders) {
      let memory = meter;
      for (const [place, index] of order.entries()) {
        const outcome = applyToken(memory, set[index] ?? '', { now: NOON });
        const isLast = place === set.length - 1;
        expect(outcome.result).toBe(isLast ? 'Accept' : SECTION_ANSWERS[index]);
        expect(outcome.writes).toHaveLength(1);
        memory = outcome.writes.reduce(applyWrite, memory);
        if (!isLast) expect(memory).toMatchObject({ decoderKey: meter.decoderKey, keyType: 2 });
      }
      expect(memory).toEqual(expected);
    }
  });

  test('afterwards only the new key opens tokens, and the old set does nothing', () => {
    const after = enter(meter, ...set).memory;
    expect(enter(after, creditToken(meter, 2)).results).toEqual(['CRCError']);
    expect(enter(after, creditToken(after, 2)).results).toEqual(['Accept']);
    expect(enter(after, ...set).results).toEqual(set.map(() => 'CRCError'));
  });

  test('a power failure between any two tokens, or a lost write, harms nothing', () => {
    const half = enter(meter, ...set.slice(0, -1)).memory;
    const parsed = parseMeterMemory(serialiseMeterMemory(half));
    if (parsed.kind === 'fault') throw new Error(parsed.fault);
    expect(parsed.memory).toEqual(half);
    const last = set.at(-1) ?? '';
    // The lights go out before the write of the last token: it is entered again.
    expect(applyToken(half, last, { now: NOON }).result).toBe('Accept');
    expect(enter(parsed.memory, last)).toEqual(enter(half, last));
  });

  test('any entry of any of the tokens, in any order and often, ends with the old or the new key whole', () => {
    const changed = enter(meter, ...set).memory;
    fc.assert(
      fc.property(fc.array(fc.nat({ max: set.length - 1 }), { maxLength: 12 }), (order) => {
        const { memory } = enter(meter, ...order.map((index) => set[index] ?? ''));
        const isComplete = new Set(order).size === set.length;
        const { keyChangeTokens, ...rest } = memory;
        const { keyChangeTokens: none, ...whole } = isComplete ? changed : meter;
        expect({ ...rest, generation: 0 }).toEqual({ ...whole, generation: 0 });
        expect(none).toEqual([]);
        expect(keyChangeTokens).toHaveLength(isComplete ? 0 : new Set(order).size);
      }),
      { numRuns: 50 },
    );
  });
});

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((first) =>
    permutations(items.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

describe('time-out', () => {
  const meter = inventedMeter('07');
  const [first, second] = setFor(meter, { supplyGroupCode: null });

  test('ten minutes after a token it is still remembered, a moment later no more', () => {
    const events = (span: number) => [[0, first] as const, [span, second] as const];
    expect(enterAt(meter, ...events(600)).results).toEqual(['1stKCT', 'Accept']);
    const late = enterAt(meter, ...events(600.001));
    expect(late.results).toEqual(['1stKCT', '2ndKCT']);
    expect(late.memory.keyChangeTokens).toHaveLength(1);
    expect(enterAt(late.memory, [700, first]).results).toEqual(['Accept']);
  });

  test('the time is the meter’s own', () => {
    const quick = inventedMeter('07', { keyChangeTimeout: milliseconds(5_000) });
    expect(enterAt(quick, [0, first], [6, second]).results).toEqual(['1stKCT', '2ndKCT']);
  });

  test('entering a token again begins its time anew', () => {
    const { results } = enterAt(meter, [0, first], [500, first], [1_000, second]);
    expect(results).toEqual(['1stKCT', '1stKCT', 'Accept']);
  });

  test('each token has its own time', () => {
    const long = inventedMeter('11');
    const set = setFor(long);
    const { results } = enterAt(
      long,
      [0, set[0]],
      [400, set[1]],
      [800, set[2]],
      [900, set[3]],
      [1_000, set[0]],
    );
    expect(results).toEqual(['1stKCT', '2ndKCT', '3rdKCT', '4thKCT', 'Accept']);
  });

  test('time without power counts', () => {
    const half = enterAt(meter, [0, first]).memory;
    const parsed = parseMeterMemory(serialiseMeterMemory(half));
    if (parsed.kind === 'fault') throw new Error(parsed.fault);
    expect(enterAt(parsed.memory, [599, second]).results).toEqual(['Accept']);
    expect(enterAt(parsed.memory, [601, second]).results).toEqual(['2ndKCT']);
  });

  test('a clock set back a little does no harm, and set back far it makes nothing last', () => {
    expect(enterAt(meter, [0, first], [-600, second]).results).toEqual(['1stKCT', 'Accept']);
    expect(enterAt(meter, [0, first], [-601, second]).results).toEqual(['1stKCT', '2ndKCT']);
  });
});

describe('a section entered again', () => {
  test('replaces the earlier one of its number', () => {
    const meter = inventedMeter('07');
    const [wrong] = setFor(meter, {
      keyRevisionNumber: keyRevisionNumber(5),
      supplyGroupCode: null,
    });
    const [first, second] = setFor(meter, { supplyGroupCode: null });
    const { results, memory } = enter(meter, wrong ?? '', first ?? '', second ?? '');
    expect(results).toEqual(['1stKCT', '1stKCT', 'Accept']);
    expect(memory.keyRevisionNumber).toBe(9);
  });

  test('says what is still missing', () => {
    const meter = inventedMeter('11');
    const set = setFor(meter);
    const { memory } = enter(meter, set[3] ?? '');
    expect(applyToken(memory, set[1] ?? '', { now: NOON }).effect).toEqual({
      kind: 'key-section',
      missing: [1, 3],
    });
    expect(
      applyToken(enter(meter, ...set.slice(1)).memory, set[0] ?? '', { now: NOON }).effect,
    ).toEqual({ kind: 'key-changed' });
  });
});

describe('a set begun while another is kept in part', () => {
  const meter = inventedMeter('11');
  const old = setFor(meter, { decoderKey: DecoderKey.fromHex('a0b0c0d0e0f000102030405060708090') });
  const set = setFor(meter);
  const of = (tokens: readonly string[], ...sections: readonly number[]): readonly string[] =>
    sections.map((section) => tokens[section - 1] ?? '');

  test('is not mixed with it, once a section of it takes the place of another', () => {
    const { results, memory } = enter(meter, ...of(old, 1, 2), ...of(set, 1, 3, 4, 2));
    expect(results).toEqual(['1stKCT', '2ndKCT', '1stKCT', '3rdKCT', '4thKCT', 'Accept']);
    expect(memory.decoderKey).toBe(NEW_KEYS[128]);
    const { memory: half } = enter(meter, ...of(old, 1, 2, 3));
    expect(applyToken(half, of(set, 2)[0] ?? '', { now: NOON }).effect).toEqual({
      kind: 'key-section',
      missing: [1, 3, 4],
    });
  });

  test('in any order that begins with a section that is kept, ends with its own key', () => {
    const kept = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 1, maxLength: 3 });
    const order = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 });
    fc.assert(
      fc.property(kept, order, ([first = 1, ...others], sections) => {
        const begun = [first, ...sections.filter((section) => section !== first)];
        const { results, memory } = enter(
          meter,
          ...of(old, first, ...others),
          ...of(set, ...begun),
        );
        expect(results.at(-1)).toBe('Accept');
        expect(memory.decoderKey).toBe(NEW_KEYS[128]);
      }),
    );
  });

  test('forgets nothing for a section whose time has passed', () => {
    const [other] = of(old, 1);
    const [first, second, third, fourth] = set;
    const { results } = enterAt(
      meter,
      [0, other],
      [500, second],
      [700, first],
      [701, third],
      [702, fourth],
    );
    expect(results).toEqual(['1stKCT', '2ndKCT', '1stKCT', '3rdKCT', 'Accept']);
  });
});

test('a third token that the first does not announce is left aside', () => {
  const meter = inventedMeter('07');
  const three = setFor(meter);
  const two = setFor(meter, { supplyGroupCode: null });
  const { results, memory } = enter(meter, three[2] ?? '', ...two);
  expect(results).toEqual(['3rdKCT', '1stKCT', 'Accept']);
  expect(memory).toMatchObject({ supplyGroupCode: '123456', keyChangeTokens: [] });
});

// What is refused when the set is complete. Each line breaks one rule less; KeyTypeError comes before
// RangeError, and FormatError, which is about one token, when that token is entered.
const refusedSets: readonly [
  string,
  Partial<KeyChange>,
  Readonly<Record<string, number>>,
  string,
][] = [
  ['type and KRN', { keyType: 0 }, { keyRevisionNumber: 0 }, 'KeyTypeError'],
  ['KRN 0', {}, { keyRevisionNumber: 0 }, 'RangeError'],
  ['KRN 10', {}, { keyRevisionNumber: 10 }, 'RangeError'],
  ['TI 100', {}, { tariffIndex: 100 }, 'RangeError'],
  ['SGC 1 000 000', {}, { supplyGroupCode: 1_000_000 }, 'RangeError'],
  ['nothing', {}, {}, 'Accept'],
];

test.each(refusedSets)('a set of three with wrong %s', (_name, changes, spoilt, expected) => {
  const meter = inventedMeter('07');
  const set = setFor(meter, changes, spoilt);
  const before = enter(meter, ...set.slice(0, -1)).memory;
  const { results, memory } = enter(before, set.at(-1) ?? '');
  expect(results).toEqual([expected]);
  if (expected === 'Accept') return;
  // The old key stays, and all else; the set is gone.
  expect({ ...memory, generation: 0 }).toEqual({ ...meter, generation: 0 });
  expect(memory.generation).toBe(before.generation + 1);
  expect(enter(memory, ...setFor(meter)).results).toEqual(['1stKCT', '2ndKCT', 'Accept']);
});

test.each(['07', '11'] as const)(
  'what is left of a refused set is never part of the next, algorithm %s',
  (algorithm) => {
    const meter = inventedMeter(algorithm);
    const spoilt = setFor(meter, {}, { keyRevisionNumber: 0 });
    const good = setFor(meter);
    const { results, memory } = enter(meter, ...spoilt.toReversed(), ...good.toReversed());
    expect(results.filter((result) => result === 'RangeError')).toHaveLength(1);
    expect(results.at(-1)).toBe('Accept');
    expect(memory.decoderKey).toBe(enter(meter, ...good).memory.decoderKey);
    const crosswise = enter(meter, ...spoilt, ...good.toReversed());
    expect(crosswise.results.at(-1)).toBe('Accept');
    expect(crosswise.memory.decoderKey).toBe(memory.decoderKey);
  },
);

test('the supply group of a set of four is checked as a whole', () => {
  const meter = inventedMeter('11');
  const low = (1_000_000 & 0xfff) as number;
  const spoilt = { supplyGroupCodeHighOrder: 1_000_000 >> 12, supplyGroupCodeLowOrder: low };
  expect(enter(meter, ...setFor(meter, {}, spoilt)).results.at(-1)).toBe('RangeError');
  const most = {
    supplyGroupCodeHighOrder: 999_999 >> 12,
    supplyGroupCodeLowOrder: 999_999 & 0xfff,
  };
  expect(enter(meter, ...setFor(meter, {}, most)).results.at(-1)).toBe('Accept');
});

test('padding in the third token is FormatError, and the token is not kept', () => {
  const meter = inventedMeter('07');
  const code = 123_456n << 20n;
  const spoilt = rawManagementToken(meter, 8, code | 1n);
  expect(enter(meter, spoilt).results).toEqual(['FormatError']);
  expect(enter(meter, spoilt).memory).toBe(meter);
  expect(enter(meter, rawManagementToken(meter, 8, code)).results).toEqual(['3rdKCT']);
});

// The table of sts-protocol 11.2, written out; a common key needs magnetic cards, and without them no
// meter is made with one.
const typeChanges = `
from  to  keypad        card
0     0   Accept        Accept
0     1   Accept        Accept
0     2   Accept        Accept
0     3   KeyTypeError  Accept
1     0   KeyTypeError  KeyTypeError
1     1   Accept        Accept
1     2   Accept        Accept
1     3   KeyTypeError  Accept
2     0   KeyTypeError  KeyTypeError
2     1   Accept        Accept
2     2   Accept        Accept
2     3   KeyTypeError  KeyTypeError
3     0   -             KeyTypeError
3     1   -             Accept
3     2   -             KeyTypeError
3     3   -             Accept
`
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));

test.each(typeChanges)('from key type %s to %s: by keypad %s, by card %s', (...columns) => {
  const [from, to, keypad, card] = columns;
  for (const [tokenCarrierType, expected] of [
    ['02', keypad],
    ['07', keypad],
    ['01', card],
  ] as const) {
    const order = { keyType: Number(from) as KeyType, tokenCarrierType };
    if (expected === '-') {
      expect(() => inventedMeter('07', order)).toThrow(RangeError);
      continue;
    }
    const meter = inventedMeter('07', order);
    const set = setFor(meter, { keyType: Number(to) as KeyType, supplyGroupCode: null });
    const { results, memory } = enter(meter, ...set);
    expect(results).toEqual(['1stKCT', expected]);
    expect(memory.keyType).toBe(Number(expected === 'Accept' ? to : from));
  }
});

describe('what a key change does not ask', () => {
  test('the key may have expired, and tokens of the set have no minute', () => {
    const meter = inventedMeter('07', { keyExpiryNumber: keyExpiryNumber(0) });
    expect(enter(meter, creditToken(meter, 1)).results).toEqual(['KeyExpiredError']);
    const { results, memory } = enter(meter, ...setFor(meter));
    expect(results.at(-1)).toBe('Accept');
    expect(enter(memory, creditToken(memory, 1)).results).toEqual(['Accept']);
  });
});

describe('rollover', () => {
  test('RO = 0 keeps the store and the base date', () => {
    const meter = inventedMeter('07');
    const { memory } = enter(meter, creditToken(meter, 5), ...setFor(meter));
    expect(memory.tokenIdentifierStore.at(-1)).toBe(MANUFACTURED + 5);
    expect(memory.baseDate).toBe(2014);
    expect(enter(memory, creditToken(memory, 5)).results).toEqual(['UsedError']);
  });

  test('RO = 1 forgets every identifier and moves to the next base date; credit stays', () => {
    const meter = inventedMeter('07', { baseDate: 2014 });
    const set = setFor(meter, { rollover: true });
    const { memory } = enter(meter, creditToken(meter, 5), ...set);
    expect(memory.tokenIdentifierStore).toEqual(Array.from({ length: 50 }, () => 0));
    expect(memory).toMatchObject({ baseDate: 2035, creditRegister: 10_000 });
    // The first minutes of the new base date.
    const early = creditToken(memory, 2 - MANUFACTURED);
    expect(enter(memory, early).results).toEqual(['Accept']);
  });

  test('base dates follow one another, and the last stays', () => {
    for (const [before, after] of [
      [1993, 2014],
      [2014, 2035],
      [2035, 2035],
    ] as const) {
      const manufacturedAt = instant(Date.UTC(before, 0, 2));
      const meter = inventedMeter('07', { baseDate: before, manufacturedAt });
      const { memory } = enter(meter, ...setFor(meter, { rollover: true }));
      expect(memory.baseDate).toBe(after);
      expect(memory.tokenIdentifierStore[0]).toBe(tokenIdentifier(0));
    }
  });
});
