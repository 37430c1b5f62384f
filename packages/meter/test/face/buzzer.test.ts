/** What is heard, and how long a key keeps it quiet. */
import { buzzerOf, muteOf } from '@wattvend/meter/buzzer.js';
import type { FaceFacts } from '@wattvend/meter/face-facts.js';
import { OVERLOAD_NONE } from '@wattvend/meter/supply-state.js';
import { instant } from '@wattvend/quantities/time.js';
import { expect, test } from 'vitest';
import { NOON } from '../invented-meter.ts';
import { faceFacts, meterFor } from './invented-facts.ts';

const memory = meterFor('electricity', 'energy', { credit: 10n });
const overloaded = {
  ...memory,
  supply: { ...memory.supply, overload: { ...OVERLOAD_NONE, status: 'over' as const } },
};

test.each([
  ['enough credit', faceFacts(memory), 'none'],
  ['the first level only lights a sign', faceFacts(memory, { creditLow: 1 }), 'none'],
  ['the second level', faceFacts(memory, { creditLow: 2 }), 'warning'],
  ['overload above low credit', faceFacts(overloaded, { creditLow: 3 }), 'alarm'],
  ['a cover, which sounds', tampered('terminal-cover'), 'alarm'],
  ['over-voltage, which does not', tampered('over-voltage'), 'none'],
  ['no power', faceFacts(overloaded, { isPowered: false }), 'none'],
] as const)('%s: %#', (_name, facts, expected) => {
  expect(buzzerOf(facts, null)).toBe(expected);
});

function tampered(input: 'terminal-cover' | 'over-voltage'): FaceFacts {
  return faceFacts({ ...memory, tamper: { active: [input], kept: [] } });
}

const HOURS_12 = 43_200_000;

test('a key silences it for twelve hours, or until it is about something else', () => {
  const facts = faceFacts(memory, { creditLow: 2 });
  const muted = muteOf(facts);
  const after = (span: number, changes: Partial<FaceFacts> = {}) =>
    buzzerOf({ ...facts, now: instant(facts.now + span), ...changes }, muted);
  expect(after(0)).toBe('none');
  expect(after(HOURS_12 - 1)).toBe('none');
  expect(after(HOURS_12)).toBe('warning');
  expect(after(1, { creditLow: 3 })).toBe('warning');
  expect(after(1, { memory: overloaded })).toBe('alarm');
  // The clock was set back by an hour: what was muted then would be silent for thirteen.
  expect(after(-3_600_000)).toBe('warning');
});

test('a key on a silent buzzer silences nothing in advance, and on a muted one begins anew', () => {
  expect(muteOf(faceFacts(memory, { creditLow: 1 }))).toBe(null);
  const later = faceFacts(memory, { creditLow: 2, now: instant(NOON + 3_600_000) });
  expect(muteOf(later)?.until).toBe(NOON + 3_600_000 + HOURS_12);
});
