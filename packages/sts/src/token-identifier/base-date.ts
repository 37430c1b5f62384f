/**
 * Base dates: the midnights, UTC, from which token identifiers count minutes (IEC 62055-41, 6.3.5).
 * The base date belongs to the vending key and, through DKGA04, enters the decoder key; a meter that
 * goes on to the next one gets a key change with the rollover bit.
 *
 * Earlier editions left local time or UTC to practice; the third says UTC, and so does this package.
 */

import { type Instant, instant } from '@wattvend/quantities/time.js';
import { frozen } from '../frozen.ts';
import { StsRefusalError } from '../refusal.ts';

/** The year on whose first minute, UTC, the counting begins. */
export type BaseDate = 1993 | 2014 | 2035;

/** The two characters that stand for a base date in DKGA04. */
export type BaseDateCode = '93' | '14' | '35';

export interface BaseDateRow {
  /** As DKGA04 writes it. */
  readonly code: BaseDateCode;
  /** 1 January, 00:00 UTC: token identifier 0. */
  readonly firstMinute: Instant;
  /** The start of the minute with the greatest token identifier, 24 November, 20:15 UTC. */
  readonly lastMinute: Instant;
}

// In milliseconds since 1970: pure code has no calendar.
export const BASE_DATES: Readonly<Record<BaseDate, BaseDateRow>> = frozen({
  1993: {
    code: '93',
    firstMinute: instant(725_846_400_000),
    lastMinute: instant(1_732_479_300_000), // 2024-11-24T20:15Z
  },
  2014: {
    code: '14',
    firstMinute: instant(1_388_534_400_000),
    lastMinute: instant(2_395_167_300_000), // 2045-11-24T20:15Z
  },
  2035: {
    code: '35',
    firstMinute: instant(2_051_222_400_000),
    lastMinute: instant(3_057_855_300_000), // 2066-11-24T20:15Z
  },
});

/** All of them, the earliest first. */
export const BASE_DATE_YEARS: readonly BaseDate[] = frozen([1993, 2014, 2035]);

/**
 * The row of a base date. Throws StsRefusalError (base-date) for any other year: a caller without a
 * compiler must not be given a time that is no time.
 */
export function baseDateRow(baseDate: BaseDate): BaseDateRow {
  if (!Object.hasOwn(BASE_DATES, baseDate)) {
    throw new StsRefusalError('base-date', `Got ${baseDate}.`);
  }
  return BASE_DATES[baseDate];
}

/** The two characters that stand for a base date in DKGA04. Refuses what baseDateRow refuses. */
export function baseDateCode(baseDate: BaseDate): BaseDateCode {
  return baseDateRow(baseDate).code;
}

export type ParsedBaseDateCode =
  | { readonly kind: 'base-date'; readonly baseDate: BaseDate }
  | { readonly kind: 'fault'; readonly fault: 'base-date'; readonly found: string };

/** Reads the two characters of DKGA04. */
export function parseBaseDateCode(text: string): ParsedBaseDateCode {
  const baseDate = BASE_DATE_YEARS.find((year) => BASE_DATES[year].code === text);
  return baseDate === undefined
    ? { kind: 'fault', fault: 'base-date', found: text }
    : { kind: 'base-date', baseDate };
}

/**
 * The rollover bit (RO) of a key change: set exactly when the new key counts from another base date,
 * for then the meter empties its store of token identifiers.
 */
export function isRollover(oldBaseDate: BaseDate, newBaseDate: BaseDate): boolean {
  return oldBaseDate !== newBaseDate;
}
