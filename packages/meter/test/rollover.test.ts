/**
 * A rollover, a key change with RO = 1, empties the store of token identifiers. No token may come
 * back by it (invariant M3).
 */
import { applyWrite, type ManufactureOrder, type MeterMemory } from '@wattvend/meter/memory.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { keyChangeSections } from '@wattvend/sts/key-change.js';
import type { KeyChangeSectionToken } from '@wattvend/sts/key-change-section.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import {
  type BaseDate,
  instantOfTokenIdentifier,
  tokenIdentifier,
} from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  creditToken,
  ENCRYPTION_ALGORITHMS,
  enter,
  INVENTED_KEYS,
  inventedMeter,
  MANUFACTURED,
  NOON,
  tokenFor,
} from './invented-meter.ts';

// The sections are encrypted here one by one, because encryptKeyChange refuses what is tried.
function setFor(
  memory: MeterMemory,
  change: { readonly key: string; readonly rollover: boolean },
  spoilt: Readonly<Record<string, number>> = {},
): readonly string[] {
  return keyChangeSections({
    decoderKey: DecoderKey.fromHex(change.key),
    keyType: 2,
    keyRevisionNumber: keyRevisionNumber(2),
    keyExpiryNumber: keyExpiryNumber(255),
    tariffIndex: tariffIndex('02'),
    supplyGroupCode: supplyGroupCode('654321'),
    rollover: change.rollover,
  }).map((section) => {
    const own = Object.entries(spoilt).filter(([name]) => name in section);
    return tokenFor(memory, { ...section, ...Object.fromEntries(own) } as KeyChangeSectionToken);
  });
}

/** The key with the last bit of each octet inverted: to DEA and TDEA the same key, to others not. */
function parityTwin(key: string): string {
  return key.replace(/../g, (octet) => (parseInt(octet, 16) ^ 1).toString(16).padStart(2, '0'));
}

/** A key of the algorithm that begins with these octets. */
function keyOf(ea: EncryptionAlgorithm, octets: string): string {
  return octets + INVENTED_KEYS[ea].slice(octets.length);
}

test('tokens made by another program: the set to the same key does not bring a token back', () => {
  const meter = inventedMeter('07', {
    manufacturedAt: instantOfTokenIdentifier(tokenIdentifier(0), 2014),
  });
  const credit = '69559506824248108019';
  const set = ['32512470006198492054', '59501433655420145630'];
  const round = [...set, credit];
  const { results, memory } = enter(meter, credit, credit, ...round, ...round);
  const answers = ['1stKCT', 'RangeError', 'UsedError'];
  expect(results).toEqual(['Accept', 'UsedError', ...answers, ...answers]);
  expect(memory.tokenIdentifierStore.at(-1)).toBe(5_000);
  expect(memory.baseDate).toBe(2014);
});

describe.each(ENCRYPTION_ALGORITHMS)('under encryption algorithm %s', (ea) => {
  const key = INVENTED_KEYS[ea];
  const made = inventedMeter(ea);
  const credit = creditToken(made, 5);
  const meter = enter(made, credit).memory;

  test('a rollover to the present key is refused whole', () => {
    const set = setFor(meter, { key, rollover: true });
    const { results, memory } = enter(meter, ...set, credit);
    expect(results.slice(-2)).toEqual(['RangeError', 'UsedError']);
    expect({ ...memory, generation: meter.generation }).toEqual(meter);
  });

  test('a key that differs in parity bits alone is refused where it opens the same tokens', () => {
    const isSame = ea === '09' || ea === '61';
    const set = setFor(meter, { key: parityTwin(key), rollover: true });
    const { results, memory } = enter(meter, ...set, credit);
    expect(results.at(-2)).toBe(isSame ? 'RangeError' : 'Accept');
    expect(results.at(-1)).toBe(isSame ? 'UsedError' : 'CRCError');
    expect(memory.decoderKey).toBe(isSame ? key : parityTwin(key));
  });

  test('the same key without rollover, and another key with it, are taken', () => {
    const same = enter(meter, ...setFor(meter, { key, rollover: false }), credit);
    expect(same.results.slice(-2)).toEqual(['Accept', 'UsedError']);
    const other = setFor(meter, { key: keyOf(ea, 'a1'), rollover: true });
    expect(enter(meter, ...other, credit).results.slice(-2)).toEqual(['Accept', 'CRCError']);
  });

  test('KeyTypeError comes before it', () => {
    const set = setFor(meter, { key, rollover: true }, { keyType: 0 });
    expect(enter(meter, ...set).results.at(-1)).toBe('KeyTypeError');
  });
});

// No meter remembers the keys it had. That the utility never goes back with a rollover is its part.
test('after a rollover and a way back to the earlier key, its tokens are new again', () => {
  const meter = inventedMeter('07');
  const credit = creditToken(meter, 5);
  const away = enter(
    meter,
    credit,
    ...setFor(meter, { key: keyOf('07', 'a1'), rollover: true }),
  ).memory;
  const back = enter(away, ...setFor(away, { key: INVENTED_KEYS['07'], rollover: false })).memory;
  expect(enter(back, credit).results).toEqual(['Accept']);
});

interface Credited {
  readonly name: string;
  /** Whether, since, the meter has had another key, and has taken a rollover. */
  hasLeft: boolean;
  hasRolledOver: boolean;
}

type Step =
  | { readonly kind: 'credit'; readonly under: number | null; readonly minute: number }
  | {
      readonly kind: 'set';
      readonly under: number | null;
      readonly to: number;
      readonly rollover: boolean;
      /** Which of its tokens are entered, in this order. */
      readonly sections: readonly number[];
    };

// Mostly what fits the present key, which null stands for.
const under = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.nat({ max: 3 }) },
);
const allSections = fc.constant([0, 1, 2, 3]);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('credit' as const),
    under,
    minute: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    under,
    to: fc.nat({ max: 3 }),
    rollover: fc.boolean(),
    sections: fc.oneof(allSections, allSections, fc.shuffledSubarray([0, 1, 2, 3])),
  }),
);

describe.each(['07', '09', '11'] as const)('under encryption algorithm %s', (ea) => {
  const own = INVENTED_KEYS[ea];
  const keys = [own, keyOf(ea, 'a1'), keyOf(ea, 'b3'), parityTwin(own)];
  // Keys that open the same tokens have one name.
  const nameOf = (key: string): string =>
    ea === '09' ? key.replace(/../g, (octet) => (parseInt(octet, 16) & 0xfe).toString(16)) : key;

  function typedAt(memory: MeterMemory, at: Step): readonly string[] {
    const decoderKey = at.under === null ? memory.decoderKey : (keys[at.under] ?? own);
    const maker = { ...memory, decoderKey };
    if (at.kind === 'credit') return [creditToken(maker, at.minute, tenthKwh(1))];
    const set = setFor(maker, { key: keys[at.to] ?? own, rollover: at.rollover });
    return at.sections.flatMap((section) => set[section] ?? []);
  }

  test('no token is credited twice under a key that the meter has kept, whatever is entered', () => {
    const baseDate = fc.constantFrom<BaseDate[]>(1993, 2014, 2035);
    fc.assert(
      fc.property(baseDate, fc.array(step, { maxLength: 40 }), (began, steps) => {
        const manufacturedAt = instantOfTokenIdentifier(MANUFACTURED, began);
        const order: Partial<ManufactureOrder> = { baseDate: began, manufacturedAt };
        let memory = inventedMeter(ea, order);
        const credits: Credited[] = [];
        for (const at of steps) {
          for (const typed of typedAt(memory, at)) {
            const before = memory;
            const outcome = applyToken(before, typed, { now: NOON });
            memory = outcome.writes.reduce(applyWrite, before);
            const name = nameOf(memory.decoderKey);
            const isNewKey = name !== nameOf(before.decoderKey);
            const isRollover =
              outcome.effect?.kind === 'key-changed' && memory.tokenIdentifierStore[49] === 0;
            if (isRollover && before.tokenIdentifierStore[49] !== 0) expect(isNewKey).toBe(true);
            for (const credited of credits) {
              credited.hasLeft ||= isNewKey;
              credited.hasRolledOver ||= isRollover;
            }
            if (outcome.effect?.kind !== 'credit' || at.kind !== 'credit') continue;
            const token = `${name} ${at.minute}`;
            for (const credited of credits.filter((one) => one.name === token)) {
              expect([credited.hasLeft, credited.hasRolledOver]).toEqual([true, true]);
            }
            credits.push({ name: token, hasLeft: false, hasRolledOver: false });
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
