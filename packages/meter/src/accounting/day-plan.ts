/**
 * What the clock does to accounting in one local day: the rate and whether hours are friendly, part by
 * part. Every span that is accounted for asks this, and a street of meters asks it for the same days of
 * the same tariff, so the latest plans are kept. The number kept is fixed: a program with a tariff
 * object for each of a million meters must not keep a million plans.
 */
import type { Instant } from '@wattvend/quantities/time.js';
import { MILLISECONDS_PER_MINUTE } from '@wattvend/quantities/time.js';
import type { FriendlySettings } from '../settings.ts';
import { dayProfileOf, localDay, localTime, specialDayOf } from './calendar.ts';
import { MILLISECONDS_PER_DAY } from './civil-date.ts';
import { friendlySpansOf, MINUTES_PER_DAY } from './friendly-hours.ts';
import type { MeterTariff } from './meter-tariff.ts';

export interface DayPlan {
  readonly tariff: MeterTariff;
  readonly friendly: FriendlySettings | null;
  readonly day: number;
  /** Rising in time, the first at 0; neighbours differ in something. */
  readonly parts: readonly DayPart[];
}

export interface DayPart {
  /** Milliseconds after local midnight. */
  readonly from: number;
  /** Not in it. The last ends with the day. */
  readonly until: number;
  /** Index into the rates of the tariff. */
  readonly rate: number;
  readonly isFriendly: boolean;
}

const PLANS_KEPT = 64;
const kept: (DayPlan | undefined)[] = Array.from({ length: PLANS_KEPT }, () => undefined);

/** The plan of a local day. */
function dayPlan(tariff: MeterTariff, friendly: FriendlySettings | null, day: number): DayPlan {
  const place = day & (PLANS_KEPT - 1);
  const found = kept[place];
  if (found?.tariff === tariff && found.day === day && found.friendly === friendly) return found;
  const plan = { tariff, friendly, day, parts: partsOf(tariff, friendly, day) };
  kept[place] = plan;
  return plan;
}

/** The part of a local day that a moment is in. */
export function dayPartAt(
  tariff: MeterTariff,
  friendly: FriendlySettings | null,
  now: Instant,
): DayPart {
  const day = localDay(tariff, now);
  const time = localTime(tariff, now) - day * MILLISECONDS_PER_DAY;
  const { parts } = dayPlan(tariff, friendly, day);
  for (const part of parts) if (time < part.until) return part;
  throw new Error('unreachable: the last part ends with the day');
}

/** How long until the part of the day that a moment is in ends; at the latest at midnight. */
export function untilDayPartEnds(
  tariff: MeterTariff,
  friendly: FriendlySettings | null,
  now: Instant,
): number {
  const local = localTime(tariff, now);
  const time = local - Math.floor(local / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY;
  return dayPartAt(tariff, friendly, now).until - time;
}

function partsOf(
  tariff: MeterTariff,
  friendly: FriendlySettings | null,
  day: number,
): readonly DayPart[] {
  const { switches } = dayProfileOf(tariff, day);
  const spans = friendlySpansOf(friendly, day, specialDayOf(tariff, day) !== null);
  const edges = new Set([0, ...switches.map(({ minute }) => minute)]);
  for (const { fromMinute, untilMinute } of spans) edges.add(fromMinute).add(untilMinute);
  edges.delete(MINUTES_PER_DAY);
  const minutes = [...edges].sort((left, right) => left - right);
  const parts: DayPart[] = [];
  for (const minute of minutes) {
    const rate = switches.findLast((each) => each.minute <= minute)?.rate ?? 0;
    const isFriendly = spans.some((span) => span.fromMinute <= minute && minute < span.untilMinute);
    const last = parts.at(-1);
    if (last?.rate === rate && last.isFriendly === isFriendly) continue;
    const from = minute * MILLISECONDS_PER_MINUTE;
    if (last !== undefined) parts[parts.length - 1] = { ...last, until: from };
    parts.push({ from, until: MILLISECONDS_PER_DAY, rate, isFriendly });
  }
  return parts;
}
