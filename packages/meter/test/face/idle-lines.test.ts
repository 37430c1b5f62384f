/** What stands under the credit while nobody presses a key. */

import { accountUnits } from '@wattvend/meter/account-units.js';
import { displayOf } from '@wattvend/meter/display.js';
import type { FaceFacts } from '@wattvend/meter/face-facts.js';
import { IDLE_LINES, idleLine } from '@wattvend/meter/idle-lines.js';
import { KEYPAD_IDLE } from '@wattvend/meter/keypad.js';
import { OVERLOAD_NONE } from '@wattvend/meter/supply-state.js';
import { watts } from '@wattvend/quantities/energy.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import { expect, test } from 'vitest';
import { faceFacts, meterFor } from './invented-facts.ts';

/** Everything is wrong at once. */
function allWrong(): FaceFacts {
  const memory = meterFor('electricity', 'energy');
  return faceFacts(
    {
      ...memory,
      isTampered: true,
      tamper: { active: ['phase-loss'], kept: ['terminal-cover'] },
      lockOut: { failures: 5, remaining: milliseconds(39_001) },
      accounting: {
        ...memory.accounting,
        emergency: { status: 'selectable', totalUsed: accountUnits(0) },
      },
      supply: {
        ...memory.supply,
        isCommissioned: false,
        isSwitchWelded: true,
        remote: 'disconnected',
        overload: { ...OVERLOAD_NONE, status: 'waiting', elapsed: milliseconds(20_000), trips: 1 },
        unbalance: { ...OVERLOAD_NONE, status: 'held', elapsed: milliseconds(60_000), trips: 5 },
        reconnectionDelay: milliseconds(12_000),
      },
    },
    { switch: { isClosed: false, reason: 'welded' }, creditLow: 2, daysLeft: 3 },
  );
}

type Mend = (facts: FaceFacts) => FaceFacts;

const supply =
  (changes: Partial<FaceFacts['memory']['supply']>): Mend =>
  (facts) => ({
    ...facts,
    memory: { ...facts.memory, supply: { ...facts.memory.supply, ...changes } },
  });
const memory =
  (changes: Partial<FaceFacts['memory']>): Mend =>
  (facts) => ({ ...facts, memory: { ...facts.memory, ...changes } });
const open =
  (reason: 'credit' | 'key' | 'delay'): Mend =>
  (facts) => ({ ...facts, switch: { isClosed: false, reason } });
const closed =
  (carriedBy: 'credit' | 'friendly' | 'emergency' | 'lifeline'): Mend =>
  (facts) => ({ ...facts, switch: { isClosed: true, carriedBy } });
const noOffer: Mend = (facts) => ({
  ...facts,
  memory: { ...facts.memory, accounting: meterFor('electricity', 'energy').accounting },
});
const lifelineOf500: Mend = (facts) => {
  const { settings } = facts.memory;
  const accounting = { ...settings.accounting, lifeline: watts(500) };
  return closed('lifeline')(memory({ settings: { ...settings, accounting } })(facts));
};
const notTampered = (facts: FaceFacts): FaceFacts =>
  memory({ isTampered: false, tamper: { ...facts.memory.tamper, kept: [] } })(facts);

// Each line has one reason less than the line above it. Of the states of one thing, which exclude
// each other, the line changes to the next.
const LINES: readonly (readonly [string, Mend])[] = [
  ['NOT IN SERVICE', (facts) => facts],
  ['FAULT: SWITCH WELDED', supply({ isCommissioned: true })],
  ['SUPPLY OFF: UTILITY', supply({ isSwitchWelded: false })],
  ['SUPPLY READY: PRESS KEY', supply({ remote: 'ready' })],
  ['TAMPER: TERMINAL COVER', supply({ remote: 'connected' })],
  // 60 s of waiting, 20 s passed.
  ['OVERLOAD: WAIT 40 s', notTampered],
  [
    'OVERLOAD: PRESS KEY',
    supply({ overload: { ...OVERLOAD_NONE, status: 'held', elapsed: milliseconds(60_000) } }),
  ],
  ['OVERLOAD: USE LESS', supply({ overload: { ...OVERLOAD_NONE, status: 'over' } })],
  ['UNBALANCE: PRESS KEY', supply({ overload: OVERLOAD_NONE })],
  // 39.001 s: the fortieth second has begun.
  ['LOCKED: WAIT 40 s', supply({ unbalance: OVERLOAD_NONE })],
  ['EMERGENCY? HOLD ENTER', memory({ lockOut: { failures: 5, remaining: milliseconds(0) } })],
  ['NO CREDIT: SUPPLY OFF', (facts) => open('credit')(noOffer(facts))],
  ['EMERGENCY CREDIT IN USE', closed('emergency')],
  ['FRIENDLY HOURS', closed('friendly')],
  ['LIFELINE: 500 W', lifelineOf500],
  ['SUPPLY OFF: PRESS KEY', open('key')],
  ['SUPPLY: WAIT 12 s', open('delay')],
  ['PHASE LOSS', closed('credit')],
  ['LOW CREDIT 2: 3 DAYS', memory({ tamper: { active: [], kept: [] } })],
  ['LOW CREDIT 2: 1 DAY', (facts) => ({ ...facts, daysLeft: 1 })],
  ['LOW CREDIT 2', (facts) => ({ ...facts, daysLeft: 9999 })],
  ['CREDIT', (facts) => ({ ...facts, creditLow: 0 })],
];

test('the most important line stands, and each gives way to the next', () => {
  let facts = allWrong();
  for (const [expected, mend] of LINES) {
    facts = mend(facts);
    expect(idleLine(facts).short).toBe(expected);
    expect(idleLine(facts).sentence).toMatch(/^[A-Z].*\.$/);
    const display = displayOf({ ...facts, keypad: KEYPAD_IDLE, buzzer: false });
    expect(display).toMatchObject({ primary: '0.000 kWh', secondary: expected });
    expect(display.sentence.startsWith('Credit 0.000 kilowatt-hours. ')).toBe(true);
  }
  expect(new Set(IDLE_LINES.map(({ name }) => name)).size).toBe(16);
});

test('with no reason of its own an open switch is still told', () => {
  const facts = faceFacts(meterFor('electricity', 'energy'), {
    switch: { isClosed: false, reason: 'no-power' },
  });
  expect(idleLine(facts)).toEqual({ short: 'SUPPLY OFF', sentence: 'The supply is off.' });
});

test('a tamper condition of an unknown input says whether it opened the switch', () => {
  const tampered = { ...meterFor('electricity', 'energy'), isTampered: true };
  expect(idleLine(faceFacts(tampered)).short).toBe('TAMPER');
  const isOpen = faceFacts(tampered, { switch: { isClosed: false, reason: 'tamper' } });
  expect(idleLine(isOpen).short).toBe('TAMPER: SUPPLY OFF');
});

test.each([
  ['water', 'NO CREDIT: VALVE SHUT', 'FAULT: VALVE STUCK OPEN', '12.3 m3'],
  ['gas', 'NO CREDIT: VALVE SHUT', 'FAULT: VALVE STUCK OPEN', '12.3 m3'],
  ['time', 'NO CREDIT: SERVICE OFF', 'FAULT: SWITCH STUCK', '12.3 min'],
] as const)('a %s meter speaks of what it switches', (commodity, noCredit, fault, credit) => {
  const meter = meterFor(commodity, 'energy', { credit: 123n });
  const facts = faceFacts(meter, { switch: { isClosed: false, reason: 'credit' } });
  expect(displayOf({ ...facts, keypad: KEYPAD_IDLE, buzzer: false })).toMatchObject({
    primary: credit,
    secondary: noCredit,
  });
  const stuck = supply({ isSwitchWelded: true })(facts);
  expect(idleLine(stuck).short).toBe(fault);
});
