/**
 * What a customer uses at a time of day: tables, and a little chance that is a function of the seed,
 * the meter and the quarter of an hour, so that a street can be run again. Whole numbers throughout.
 */
import type { Watts } from '@wattvend/quantities/energy.js';
import { type Instant, type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';

/** W in each hour of the local day, from midnight. */
type HourTable = readonly number[];

interface ProfileTable {
  readonly workdays: HourTable;
  readonly weekends: HourTable;
}

// Invented, after the usual shape: a household has a peak in the morning and a greater one in the
// evening, 9.4 kWh a working day; a shop has its opening hours.
const TABLES: Readonly<Record<'household' | 'shop', ProfileTable>> = {
  household: {
    workdays: [
      120, 110, 110, 110, 130, 420, 780, 560, 240, 200, 190, 210, 260, 220, 200, 210, 340, 620, 980,
      1_150, 930, 640, 380, 200,
    ],
    weekends: [
      140, 120, 110, 110, 110, 150, 320, 620, 720, 540, 460, 520, 640, 520, 420, 400, 480, 660, 940,
      1_080, 900, 700, 440, 240,
    ],
  },
  shop: {
    workdays: [
      180, 180, 180, 180, 180, 180, 320, 900, 1_900, 2_200, 2_300, 2_400, 2_400, 2_400, 2_300,
      2_200, 2_100, 1_900, 1_100, 400, 220, 180, 180, 180,
    ],
    weekends: [
      180, 180, 180, 180, 180, 180, 180, 400, 1_500, 1_900, 2_000, 2_000, 1_900, 1_100, 500, 300,
      220, 180, 180, 180, 180, 180, 180, 180,
    ],
  },
};

export type ConsumptionProfile =
  | { readonly kind: 'household' }
  | { readonly kind: 'shop' }
  | { readonly kind: 'constant'; readonly power: Watts };

const CONSTANT_POWER_MAX = 1_000_000;

/** Null for what names no profile: household, shop, or constant: and whole watts. */
export function parseConsumptionProfile(text: string): ConsumptionProfile | null {
  if (text === 'household' || text === 'shop') return { kind: text };
  const [, digits] = /^constant:(\d{1,7})$/.exec(text) ?? [];
  if (digits === undefined || Number(digits) > CONSTANT_POWER_MAX) return null;
  return { kind: 'constant', power: Number(digits) as Watts };
}

export function formatConsumptionProfile(profile: ConsumptionProfile): string {
  return profile.kind === 'constant' ? `constant:${profile.power}` : profile.kind;
}

/** A customer: the same seed and meter number use the same at the same time. */
export interface Consumer {
  readonly profile: ConsumptionProfile;
  readonly seed: number;
  readonly meterNumber: string;
}

/** What is used does not change within a slot, which begins at each full quarter of an hour. */
export const SLOT: Milliseconds = milliseconds(900_000);

const HOUR_MS = 3_600_000;
const HOURS_PER_DAY = 24;
const DAYS_PER_WEEK = 7;
// 1970 began on a Thursday; counted from Monday that is 3.
const WEEKDAY_OF_DAY_0 = 3;
const SATURDAY = 5;

/** W of the whole connection at a local time. */
export function consumptionAt(consumer: Consumer, local: Instant): Watts {
  const { profile } = consumer;
  if (profile.kind === 'constant') return profile.power;
  const hours = Math.floor(local / HOUR_MS);
  const day = Math.floor(hours / HOURS_PER_DAY);
  const weekday = modulo(day + WEEKDAY_OF_DAY_0, DAYS_PER_WEEK);
  const { weekends, workdays } = TABLES[profile.kind];
  const table = weekday >= SATURDAY ? weekends : workdays;
  const usual = table[modulo(hours, HOURS_PER_DAY)] ?? 0;
  // A house uses half to one and a half of the table for ever, and in each slot 70 to 130 % of that.
  const size = 50 + chance(consumer, 'size', 101);
  const swing = 70 + chance(consumer, String(Math.floor(local / SLOT)), 61);
  return Math.floor((usual * size * swing) / 10_000) as Watts;
}

/** The same power over the phases: exact in sum; how it is split belongs to the house. */
export function splitOverPhases(
  consumer: Consumer,
  power: Watts,
  phases: 1 | 3,
): readonly number[] {
  if (phases === 1) return [power];
  // 25 to 45 per cent on the first, 25 to 40 on the second, the rest on the third.
  const first = Math.floor((power * (25 + chance(consumer, 'first', 21))) / 100);
  const second = Math.floor((power * (25 + chance(consumer, 'second', 16))) / 100);
  return [first, second, power - first - second];
}

// FNV-1a, 32 bits, with the final mix of MurmurHash3: short texts that differ little come far apart.
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A whole number from 0 to below `limit`. */
function chance({ seed, meterNumber }: Consumer, what: string, limit: number): number {
  let hash = FNV_OFFSET;
  for (const character of `${seed} ${meterNumber} ${what}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % limit;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
