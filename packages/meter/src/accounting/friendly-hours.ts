/**
 * Friendly hours and days: while they last, the supply is not cut for want of credit; what is used goes
 * on below zero, and the cut follows when they end.
 */
import type { FriendlySettings } from '../settings.ts';
import { weekdayOf } from './civil-date.ts';

export const MINUTES_PER_DAY = 1440;

/** A part of a local day, in minutes after midnight; until is not in it, at most 1440. */
export interface FriendlySpan {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** The friendly parts of a local day, in the order of the settings; they may overlap. */
export function friendlySpansOf(
  friendly: FriendlySettings | null,
  day: number,
  isSpecialDay: boolean,
): readonly FriendlySpan[] {
  if (friendly === null) return [];
  if (friendly.onSpecialDays && isSpecialDay) {
    return [{ fromMinute: 0, untilMinute: MINUTES_PER_DAY }];
  }
  const today = weekdayOf(day);
  const yesterday = weekdayOf(day - 1);
  const spans: FriendlySpan[] = [];
  for (const { weekdays, fromMinute, untilMinute } of friendly.windows) {
    const endsNextDay = untilMinute <= fromMinute;
    if (weekdays.includes(today)) {
      spans.push({ fromMinute, untilMinute: endsNextDay ? MINUTES_PER_DAY : untilMinute });
    }
    if (endsNextDay && weekdays.includes(yesterday)) spans.push({ fromMinute: 0, untilMinute });
  }
  return spans;
}
