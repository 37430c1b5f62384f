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
import { refusalOrNull } from './refusal-or-null.ts';
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
  readonly found?: string;
  readonly expected?: string;
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

  test.each(invalid)('$id: $comment', ({ expected, fault, found, meterPan }) => {
    const isCheckDigit = found !== undefined;
    expect(parseMeterPan(meterPan)).toEqual(
      isCheckDigit ? { kind: 'fault', fault, found, expected } : { kind: 'fault', fault },
    );
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
      expect(parseDrn(typed)).toMatchObject({ kind: 'fault', fault: 'drn-check-digit' });
    }),
  );
});

// What the check digit finds at one place does not depend on the digits at the others, for it is a
// sum. So all digits at every place, over a few numbers around them, are a proof.
const NUMBERS_AROUND = ['00', '99', '12', '0000', '9999', '0123'].map((maker, index) =>
  makeDrn(maker, index % 2 === 0 ? '34567890' : '90909090'),
);
const PLACES_AROUND = NUMBERS_AROUND.flatMap((drn) =>
  Array.from(drn, (_, place) => [drn, place] as const),
);
const DIGITS = Array.from('0123456789');

/** The digits written over those of the number, the last of it made right if it is not among them. */
function withDigits(drn: string, place: number, written: string): string {
  const whole = drn.slice(0, place) + written + drn.slice(place + written.length);
  return place + written.length === drn.length
    ? whole
    : whole.slice(0, -1) + checkDigit(whole.slice(0, -1));
}

test('every change of one digit is found, whichever the digit and its place', () => {
  let tried = 0;
  for (const [drn, place] of PLACES_AROUND.filter(([drn, place]) => place < drn.length - 1)) {
    for (const right of DIGITS) {
      const good = withDigits(drn, place, right);
      expect(parseDrn(good).kind).toBe('drn');
      for (const wrong of DIGITS.filter((digit) => digit !== right)) {
        const typed = good.slice(0, place) + wrong + good.slice(place + 1);
        expect(parseDrn(typed).kind).toBe('fault');
        tried += 1;
      }
    }
  }
  expect(tried).toBe(3 * (10 + 12) * 90);
});

test('every wrong check digit is found, and the right one is told', () => {
  for (const drn of NUMBERS_AROUND) {
    for (const found of DIGITS.filter((digit) => !drn.endsWith(digit))) {
      expect(parseDrn(drn.slice(0, -1) + found)).toEqual({
        kind: 'fault',
        fault: 'drn-check-digit',
        found,
        expected: drn.slice(-1),
      });
    }
  }
});

test('every exchange of two neighbours is found but that of 0 and 9', () => {
  for (const [drn, place] of PLACES_AROUND.filter(([drn, place]) => place < drn.length - 2)) {
    for (const left of DIGITS) {
      for (const right of DIGITS.filter((digit) => digit !== left)) {
        const good = withDigits(drn, place, left + right);
        const typed = good.slice(0, place) + right + left + good.slice(place + 2);
        const isBlindSpot = left + right === '09' || left + right === '90';
        expect(parseDrn(typed).kind).toBe(isBlindSpot ? 'drn' : 'fault');
      }
    }
  }
});

test('an exchange of the check digit with its neighbour is found but that of 0 and 9', () => {
  let pairs = 0;
  for (const maker of ['12', '0123']) {
    for (let serial = 0; serial < 1000; serial++) {
      const drn = makeDrn(maker, String(34_567_000 + serial));
      const [neighbour, check] = [drn.at(-2), drn.at(-1)];
      if (neighbour === check) continue;
      const typed = `${drn.slice(0, -2)}${check}${neighbour}`;
      const isBlindSpot = ['09', '90'].includes(drn.slice(-2));
      expect(parseDrn(typed).kind).toBe(isBlindSpot ? 'drn' : 'fault');
      pairs += 1;
    }
  }
  expect(pairs).toBeGreaterThan(1500);
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
    expect(refusalOrNull(() => makeDrn(maker, '12345678'))).toBe('manufacturer-code');
  }
  for (const serial of ['', '1234567', '123456789', '1234567x']) {
    expect(refusalOrNull(() => makeDrn('12', serial))).toBe('serial-number');
  }
  expect(() => checkDigit('')).toThrow(RangeError);
  expect(() => checkDigit('12a')).toThrow(RangeError);
});

test('a plain string is not a printed number to the compiler', () => {
  // @ts-expect-error: only parseDrn and makeDrn give a DRN.
  const drn: Drn = '12345678903';
  expect(drn).toBe('12345678903');
});
