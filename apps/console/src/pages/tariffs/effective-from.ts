/** From when a version holds: a day and a time on the utility's clock, and the instant they are. */

export interface WallTime {
  /** YYYY-MM-DD */
  readonly day: string;
  /** HH:MM */
  readonly time: string;
}

/** What clocks of the zone show at an instant. */
export function wallTimeOf(instant: Date, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).formatToParts(instant);
  const pick = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: `${pick('year').padStart(4, '0')}-${pick('month')}-${pick('day')}`,
    time: `${pick('hour')}:${pick('minute')}`,
  };
}

function asUtc({ day, time }: WallTime): number {
  return Date.parse(`${day}T${time}:00.000Z`);
}

/**
 * The instant at which the clocks show this, or null when it is no day or time. An hour that clocks
 * leave out counts from before the leap; one that they show twice is the first.
 */
export function instantOfWall(wall: WallTime, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wall.day) || !/^\d{2}:\d{2}$/.test(wall.time)) return null;
  const shown = asUtc(wall);
  if (Number.isNaN(shown)) return null;
  const ahead = (at: number): number => asUtc(wallTimeOf(new Date(at), timeZone)) - at;
  // Clocks are at most a day ahead of or behind UTC: these two know the offset before and after.
  const candidates = [-1, 1].map((days) => shown - ahead(shown + days * 86_400_000));
  const right = candidates.filter((at) => at + ahead(at) === shown);
  const instant = right.length > 0 ? Math.min(...right) : Math.max(...candidates);
  return new Date(instant).toISOString();
}

/** The first day of the month after that of a day. */
export function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(next).padStart(2, '0')}-01`;
}
