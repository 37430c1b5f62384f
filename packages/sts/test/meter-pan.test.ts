import {
  type Drn,
  drnFromMeterPan,
  makeDrn,
  meterPanFromDrn,
  parseDrn,
  parseMeterPan,
  splitMeterPan,
} from '@wattvend/sts/meter-pan.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit } from '../src/meter-pan/check-digit.ts';
import { casesOf } from './vectors.ts';

interface Valid {
  readonly manufacturerCode: string;
  readonly serialNumber: string;
  readonly drn: string;
  readonly meterPan: string;
}

interface Invalid {
  readonly meterPan: string;
  readonly fault: string;
}

const { valid, invalid } = casesOf<Valid, Invalid>('meter-pan.json');
const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const drns = fc
  .tuple(fc.oneof(digits(2), digits(4)), digits(8))
  .map(([maker, serial]) => makeDrn(maker, serial));

describe('the vectors', () => {
  test.each(valid)('$id: $comment', ({ drn, manufacturerCode, meterPan, serialNumber }) => {
    expect(makeDrn(manufacturerCode, serialNumber)).toBe(drn);
    expect(meterPanFromDrn(makeDrn(manufacturerCode, serialNumber))).toBe(meterPan);
    expect(parseDrn(drn)).toEqual({ kind: 'drn', drn });
    expect(parseMeterPan(meterPan)).toEqual({
      kind: 'meter-pan',
      meterPan,
      issuerIdentificationNumber: drn.length === 11 ? '600727' : '0000',
      drn,
      manufacturerCode,
      serialNumber,
    });
  });

  test.each(invalid)('$id: $comment', ({ fault, meterPan }) => {
    expect(parseMeterPan(meterPan)).toEqual({ kind: 'fault', fault });
  });
});

test('any printed number survives the way to a MeterPAN and back', () => {
  fc.assert(
    fc.property(drns, (drn) => {
      const meterPan = meterPanFromDrn(drn);
      expect(drnFromMeterPan(meterPan)).toBe(drn);
      expect(parseMeterPan(meterPan)).toMatchObject({ kind: 'meter-pan', drn });
    }),
  );
});

test('any one wrong digit in a printed number is found', () => {
  fc.assert(
    fc.property(drns, fc.nat(), fc.integer({ min: 1, max: 9 }), (drn, somewhere, added) => {
      const place = somewhere % drn.length;
      const wrong = (Number(drn[place]) + added) % 10;
      const typed = drn.slice(0, place) + wrong + drn.slice(place + 1);
      expect(parseDrn(typed)).toEqual({ kind: 'fault', fault: 'drn-check-digit' });
    }),
  );
});

test('blanks and hyphens in a printed number are ignored', () => {
  expect(parseDrn(' 123 4567-8903 ')).toEqual({ kind: 'drn', drn: '12345678903' });
});

test.each(['', '1234567890', '123456789012', '12345678901234', '1234567890a', '١٢٣٤٥٦٧٨٩٠٣'])(
  '"%s" is no printed number',
  (typed) => {
    expect(parseDrn(typed)).toEqual({ kind: 'fault', fault: 'not-eleven-or-thirteen-digits' });
  },
);

// Any text at all, also what no keyboard has.
const anything = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }))
  .map((points) => String.fromCodePoint(...points));

test('nothing a person types makes the parsers throw', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      expect(parseDrn(typed).kind).toBe('fault');
      expect(parseMeterPan(typed).kind).toBe('fault');
      expect(splitMeterPan(typed).kind).toBe('fault');
    }),
  );
});

test('a MeterPAN can be taken apart although its check digits are wrong', () => {
  expect(splitMeterPan('600727836872572863')).toEqual({
    kind: 'parts',
    issuerIdentificationNumber: '600727',
    drn: '83687257286',
    manufacturerCode: '83',
    serialNumber: '68725728',
    isDrnCheckDigitRight: false,
    isPanCheckDigitRight: false,
  });
});

test('makers and serial numbers of another length are refused', () => {
  for (const maker of ['', '1', '123', '12345', 'ab']) {
    expect(() => makeDrn(maker, '12345678')).toThrow(RangeError);
  }
  for (const serial of ['', '1234567', '123456789', '1234567x']) {
    expect(() => makeDrn('12', serial)).toThrow(RangeError);
  }
  expect(() => checkDigit('')).toThrow(RangeError);
  expect(() => checkDigit('12a')).toThrow(RangeError);
});

test('a plain string is not a printed number to the compiler', () => {
  // @ts-expect-error: only parseDrn and makeDrn give a DRN.
  const drn: Drn = '12345678903';
  expect(drn).toBe('12345678903');
});
