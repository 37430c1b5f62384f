/** What holds the load switch open, and what the key at it does. */

import type { MeterSettings } from '@wattvend/meter/settings.js';
import { COMMERCIAL } from '@wattvend/meter/settings-profiles.js';
import { OVERLOAD_NONE, SUPPLY_NEW, type SupplyState } from '@wattvend/meter/supply-state.js';
import {
  pressSwitchKey,
  remotelyDisconnected,
  remotelyReconnected,
  SWITCH_REASONS,
  type SwitchConditions,
  switchDecision,
} from '@wattvend/meter/switch-decision.js';
import { TAMPER_NONE } from '@wattvend/meter/tamper-state.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const TRIPPED = { ...OVERLOAD_NONE, status: 'waiting', trips: 1 } as const;
// For a minute, after which the key works.
const HELD = { ...TRIPPED, status: 'held', elapsed: milliseconds(60_000), trips: 5 } as const;
const RELEASED = { ...OVERLOAD_NONE, trips: 4 };

type Hindrance = (conditions: SwitchConditions) => SwitchConditions;

function supplied(changes: Partial<SupplyState>): Hindrance {
  return (c) => ({ ...c, memory: { ...c.memory, supply: { ...c.memory.supply, ...changes } } });
}

const NOTHING: SwitchConditions = {
  memory: { settings: COMMERCIAL, supply: SUPPLY_NEW, tamper: TAMPER_NONE, isTampered: false },
  isPowered: true,
  credit: 'credit',
};

// In the order of the precedence: each line of the first test has one of these less than the line
// above it, from the top.
const HINDRANCES = [
  ['welded', supplied({ isSwitchWelded: true })],
  ['no-power', (c) => ({ ...c, isPowered: false })],
  ['not-commissioned', supplied({ isCommissioned: false })],
  ['remote', supplied({ remote: 'disconnected' })],
  ['tamper', (c) => ({ ...c, memory: { ...c.memory, tamper: { active: [], kept: ['magnet'] } } })],
  ['overload', supplied({ overload: TRIPPED })],
  ['unbalance', supplied({ unbalance: TRIPPED })],
  ['credit', (c) => ({ ...c, credit: 'exhausted' })],
  ['key', supplied({ isOffByKey: true })],
  ['delay', supplied({ reconnectionDelay: milliseconds(1) })],
] as const satisfies readonly (readonly [string, Hindrance])[];

function hindered(rows: readonly (readonly [string, Hindrance])[]): SwitchConditions {
  return rows.reduce((before, [, hindrance]) => hindrance(before), NOTHING);
}

describe('the reason told is the first that holds', () => {
  test.each(HINDRANCES.map(([reason], at) => [reason, at] as const))('%s', (reason, at) => {
    expect(switchDecision(hindered(HINDRANCES.slice(at)))).toEqual({ isClosed: false, reason });
  });

  test('and closed when none does', () => {
    expect(switchDecision(NOTHING)).toEqual({ isClosed: true, carriedBy: 'credit' });
  });

  test('the list of the meter has no other', () => {
    expect(SWITCH_REASONS.map(({ reason }) => reason)).toEqual(HINDRANCES.map(([name]) => name));
  });
});

test('the switch is never closed when any reason holds', () => {
  fc.assert(
    fc.property(fc.subarray([...HINDRANCES]), (rows) => {
      const decision = switchDecision(hindered(rows));
      const [first] = rows;
      if (first === undefined) expect(decision.isClosed).toBe(true);
      else expect(decision).toEqual({ isClosed: false, reason: first[0] });
    }),
  );
});

test('whatever carries the account carries the supply', () => {
  for (const credit of ['credit', 'emergency', 'friendly', 'lifeline'] as const) {
    expect(switchDecision({ ...NOTHING, credit })).toEqual({ isClosed: true, carriedBy: credit });
  }
});

describe('what does and does not hold it open', () => {
  function unbalanceWatched(unbalance: MeterSettings['supply']['unbalance']): MeterSettings {
    return { ...COMMERCIAL, supply: { ...COMMERCIAL.supply, unbalance } };
  }

  test.each([
    ['ready, until the key is pressed', supplied({ remote: 'ready' }), 'remote'],
    ['held for an overload', supplied({ overload: HELD }), 'overload'],
    ['held for an unbalance', supplied({ unbalance: HELD }), 'unbalance'],
    [
      'over a limit and not long enough',
      supplied({ overload: { ...TRIPPED, status: 'over' } }),
      null,
    ],
    ['trips that are over', supplied({ overload: { ...TRIPPED, status: 'normal' } }), null],
    [
      'an unbalance that is not watched any more',
      (c: SwitchConditions) => ({
        ...c,
        memory: {
          ...c.memory,
          settings: unbalanceWatched(null),
          supply: { ...c.memory.supply, unbalance: HELD },
        },
      }),
      null,
    ],
  ] as const)('%s', (_, hindrance, reason) => {
    const decision = switchDecision(hindrance(NOTHING));
    expect(decision.isClosed ? null : decision.reason).toBe(reason);
  });
});

describe('the key at the switch', () => {
  test.each([
    ['off', {}, { isOffByKey: true }],
    ['and on again', { isOffByKey: true }, { isOffByKey: false }],
    ['takes the supply the utility gave back', { remote: 'ready' }, { remote: 'connected' }],
    ['releases a hold for overload', { overload: HELD }, { overload: RELEASED }],
    ['not before a minute', { overload: { ...HELD, elapsed: milliseconds(59_999) } }, null],
    ['releases a hold for unbalance', { unbalance: HELD }, { unbalance: RELEASED }],
    [
      'one obstacle at a time, the first first',
      { overload: HELD, isOffByKey: true },
      { overload: RELEASED, isOffByKey: true },
    ],
    ['not what the utility took', { remote: 'disconnected' }, null],
    ['not a wait that ends by itself', { overload: TRIPPED }, null],
    ['not that of an unbalance', { unbalance: TRIPPED }, null],
    ['not the delay after an outage', { reconnectionDelay: milliseconds(5) }, null],
    ['not a meter out of service', { isCommissioned: false, isOffByKey: true }, null],
    ['not a welded contact', { isSwitchWelded: true, isOffByKey: true }, null],
  ] as const)('%s', (_, changes, pressed) => {
    const conditions = supplied(changes)(NOTHING);
    const { supply } = conditions.memory;
    expect(pressSwitchKey(conditions.memory, switchDecision(conditions), false)).toEqual(
      pressed === null ? null : { ...supply, ...pressed },
    );
  });

  test('not credit, not tampering, not the power', () => {
    const before = { ...NOTHING.memory, supply: { ...SUPPLY_NEW, isOffByKey: true } };
    for (const reason of ['credit', 'tamper', 'no-power'] as const) {
      expect(pressSwitchKey(before, { isClosed: false, reason }, false)).toBeNull();
    }
  });
});

describe('the utility takes and gives', () => {
  test.each([
    ['connected', false, 'connected'],
    // Nobody has to press a key for what was never taken.
    ['connected', true, 'connected'],
    ['disconnected', false, 'connected'],
    ['disconnected', true, 'ready'],
    ['ready', false, 'connected'],
    ['ready', true, 'ready'],
  ] as const)('%s, given back with a key to press: %s', (remote, needsKey, after) => {
    const given = remotelyReconnected({ ...SUPPLY_NEW, remote }, needsKey);
    expect(given.supply).toEqual({ ...SUPPLY_NEW, remote: after });
    expect(given.events).toEqual([{ code: 'remote-reconnect', detail: after }]);
  });

  test('taken is taken, whatever was before', () => {
    for (const remote of ['connected', 'disconnected', 'ready'] as const) {
      const taken = remotelyDisconnected({ ...SUPPLY_NEW, remote, isOffByKey: true });
      expect(taken.supply).toEqual({ ...SUPPLY_NEW, remote: 'disconnected', isOffByKey: true });
      expect(taken.events).toEqual([{ code: 'remote-disconnect' }]);
    }
  });
});
