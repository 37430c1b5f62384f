import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CommissionDraft,
  draftOfCommission,
  EMPTY_COMMISSION,
  ruleOfDraft,
} from '../src/forms/commission-draft.ts';
import { parseMoneyOrZero } from '../src/money.ts';
import { differenceWords } from '../src/pages/vendors/till-difference.ts';

const PLACES = 2;
const KES = { code: 'KES', symbol: 'KES', decimal_places: PLACES };

type Stored = Parameters<typeof draftOfCommission>[0];

function stored(terms: Stored['terms']): Stored {
  return {
    terms,
    channels: {},
    in_words: [],
    example: { tendered_minor: '10000', commission_minor: '0' },
    above_ceiling: false,
    version: 1,
    effective_from: '2026-11-01',
    paid: 'daily',
    added_by: 'supervisor',
    approved_by: null,
    added_at: '2026-11-01T00:00:00.000Z',
  };
}

function ruleOf(more: Partial<CommissionDraft>, channels: Stored['channels'] = {}) {
  const read = (typed: string) => parseMoneyOrZero(typed, PLACES);
  return ruleOfDraft({ ...EMPTY_COMMISSION, ...more }, channels, read);
}

const minorField = fc.bigInt(0n, 10n ** 12n).map(String);
const rateField = fc.integer({ min: 1, max: 4_000 }).map((points) => `${points} basis points`);
const steps = fc.uniqueArray(fc.record({ above_minor: minorField, rate: rateField }), {
  selector: (step) => step.above_minor,
  maxLength: 4,
});

test('a commission that is stored becomes the same rule again when nothing is typed', () => {
  fc.assert(
    fc.property(
      fc.record({
        base: fc.constantFrom('tendered' as const, 'energy_charge' as const),
        rate: rateField,
        steps,
        fixed_minor: minorField,
        least_minor: fc.option(minorField),
        most_minor: fc.option(minorField),
      }),
      ({ rate, steps: more, ...bounds }) => {
        const higher = more.filter(({ above_minor }) => above_minor !== '0');
        const terms = { ...bounds, steps: [{ above_minor: '0', rate }, ...higher] };
        const draft = draftOfCommission(stored(terms), PLACES);
        expect(ruleOf(draft)).toEqual({ terms, channels: {} });
      },
    ),
  );
});

test('a fixed sum alone is a rule, and nothing at all is none', () => {
  expect(ruleOf({ fixed: '1.50' })?.terms).toMatchObject({ steps: [], fixed_minor: '150' });
  expect(ruleOf({})).toBeNull();
});

test.each([
  [{ rate: '2 %', fixed: 'x' }],
  [{ rate: '2 %', least: '1.234' }],
  [{ rate: '2 %', most: '-1' }],
  [{ rate: '2 %', steps: [{ line: 0, above: '', rate: '1 %' }] }],
  [{ rate: '2 %', steps: [{ line: 0, above: '100', rate: ' ' }] }],
  [{ rate: '', fixed: '1', steps: [{ line: 0, above: '100', rate: '1 %' }] }],
])('what is not filled in whole is no rule: %j', (draft) => {
  expect(ruleOf(draft)).toBeNull();
});

test('what channels earn is kept', () => {
  const ussd = { ...stored(ruleOf({ rate: '1 %' })?.terms as Stored['terms']).terms };
  expect(ruleOf({ rate: '2 %' }, { ussd })?.channels).toEqual({ ussd });
});

test.each([
  ['0', 'nothing is missing', false],
  ['-10', 'KES 0.10 short', true],
  ['123456', 'KES 1,234.56 over', false],
])('a difference of %s is told as %s', (minor, words, isShort) => {
  const told = differenceWords(minor, KES, 'en');
  expect(told.words.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words);
  expect(told.isShort).toBe(isShort);
});
