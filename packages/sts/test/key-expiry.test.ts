import { instant, MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import { BASE_DATE_YEARS, type BaseDate } from '@wattvend/sts/base-date.js';
import {
  assertKeyServes,
  KEY_EXPIRY_NUMBER_NEVER,
  keyExpiryNumberOf,
  lastMinuteOf,
  lastTokenIdentifierOf,
} from '@wattvend/sts/key-expiry.js';
import { isKeyExpired, keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import { TOKEN_IDENTIFIER_MAX, tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { describe, expect, test } from 'vitest';
import { refusalOrNull } from './refusal-or-null.ts';
import { casesOf } from './vectors.ts';

interface Minute {
  readonly tokenIdentifier: number;
  readonly keyExpiryNumber: number;
  readonly isExpired: boolean;
}

interface LastMinute {
  readonly baseDate: BaseDate;
  readonly keyExpiryNumber: number;
  readonly lastTokenIdentifier: number;
  readonly lastMinute: string;
}

const { valid } = casesOf<Minute | LastMinute>('key-expiry.json');
const minutes = valid.filter((one) => 'isExpired' in one);
const lastMinutes = valid.filter((one) => 'lastMinute' in one);
const is = (value: number) => ({ kind: 'key-expiry-number', keyExpiryNumber: value });

describe('the vectors', () => {
  test.each(minutes)('$id: $comment', (one) => {
    const identifier = tokenIdentifier(one.tokenIdentifier);
    const ken = keyExpiryNumber(one.keyExpiryNumber);
    expect(isKeyExpired(identifier, ken)).toBe(one.isExpired);
    expect(refusalOrNull(() => assertKeyServes(identifier, ken))).toBe(
      one.isExpired ? 'key-expired' : null,
    );
  });

  test.each(lastMinutes)('$id: $comment', ({ baseDate, lastMinute, ...one }) => {
    const ken = keyExpiryNumber(one.keyExpiryNumber);
    const at = instant(Date.parse(lastMinute));
    expect(lastTokenIdentifierOf(ken)).toBe(one.lastTokenIdentifier);
    expect(lastMinuteOf(ken, baseDate)).toBe(at);
    expect(keyExpiryNumberOf(at, baseDate)).toEqual(is(ken));
  });
});

test('every key serves its last minute and not the one after', () => {
  for (let number = 0; number <= 255; number++) {
    const ken = keyExpiryNumber(number);
    const last = lastTokenIdentifierOf(ken);
    assertKeyServes(last, ken);
    if (ken === KEY_EXPIRY_NUMBER_NEVER) continue;
    const beyond = tokenIdentifier(last + 1);
    expect(() => assertKeyServes(beyond, ken)).toThrow(
      new RegExp(`Key expiry number ${number} ends with ${last}, got ${last + 1}\\.$`),
    );
  }
});

test('255 serves as long as its base date', () => {
  expect(KEY_EXPIRY_NUMBER_NEVER).toBe(255);
  expect(lastTokenIdentifierOf(KEY_EXPIRY_NUMBER_NEVER)).toBe(TOKEN_IDENTIFIER_MAX);
});

test('every number is found again by its last minute, to the last millisecond of it', () => {
  for (const baseDate of BASE_DATE_YEARS) {
    for (let number = 0; number <= 255; number++) {
      const last = lastMinuteOf(keyExpiryNumber(number), baseDate);
      expect(keyExpiryNumberOf(last, baseDate)).toEqual(is(number));
      const end = instant(last + MILLISECONDS_PER_MINUTE - 1);
      expect(keyExpiryNumberOf(end, baseDate)).toEqual(is(number));
      if (number === 255) continue;
      expect(keyExpiryNumberOf(instant(end + 1), baseDate)).toEqual(is(number + 1));
    }
  }
});

test('a date outside the base date has no number', () => {
  expect(keyExpiryNumberOf(instant(Date.UTC(2013, 11, 31)), 2014)).toEqual({
    kind: 'fault',
    fault: 'before-base-date',
    firstMinute: Date.UTC(2014, 0, 1),
    lastMinute: Date.UTC(2045, 10, 24, 20, 15),
  });
  expect(keyExpiryNumberOf(instant(Date.UTC(2045, 10, 24, 20, 16)), 2014)).toMatchObject({
    fault: 'after-base-date-range',
  });
});
