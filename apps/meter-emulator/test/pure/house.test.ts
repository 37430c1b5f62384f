/** One meter with its store, without sockets: order of storing and showing, time, failures. */
import type { MemoryWrite } from '@wattvend/meter/memory.js';
import type { Watts } from '@wattvend/quantities/energy.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTestMeter } from '../../src/start/test-meters.ts';
import type { MeterStore } from '../../src/state/meter-store.ts';
import { openPassingStore } from '../../src/state/passing-store.ts';
import {
  closeHouse,
  type House,
  type Moment,
  openHouse,
  passTime,
} from '../../src/street/house.ts';
import { pictureOf } from '../../src/street/picture.ts';
import type { MeterAnswer, MeterRequest } from '../../src/street/request-schema.ts';
import { performRequest } from '../../src/street/requests.ts';
import { creditTokenAt } from '../test-tokens.ts';

const START = instant(1_800_000_000_000);
const HOUR = 3_600_000;
const TEST_METER = makeTestMeter(0, START);
const TOKEN = creditTokenAt(TEST_METER.keyDescription, { from: START, minute: 5 }, 50);

function moment(after: number): Moment {
  return { at: instant(START + after), personAt: instant(START + after) };
}

function openTestHouse(store: MeterStore = openPassingStore(TEST_METER.memory), watts = 0): House {
  const order = {
    kept: { memory: TEST_METER.memory, log: [] },
    profile: { kind: 'constant', power: watts as Watts },
    ...{ store, seed: 1, clockOffset: 0, isReturning: false },
  } as const;
  return openHouse(order, moment(0));
}

/** A store that does not take anything while it is told so. */
function failingStore(): { store: MeterStore; disk: { isFull: boolean }; kept: MemoryWrite[] } {
  const disk = { isFull: false };
  const kept: MemoryWrite[] = [];
  const inner = openPassingStore(TEST_METER.memory);
  const refuse = (): void => {
    if (disk.isFull) throw new Error('ENOSPC');
  };
  const store: MeterStore = {
    keep: (writes, now) => {
      if (writes.length > 0) refuse();
      inner.keep(writes, now);
      kept.push(...writes);
    },
    keepAll: refuse,
    reopen: () => {
      refuse();
      return inner.reopen();
    },
    close: () => undefined,
  };
  return { store, disk, kept };
}

function credit(house: House): string | undefined {
  return pictureOf(house, 1).credit[0]?.credit;
}

function token(typed: string): MeterRequest {
  return { kind: 'token', token: typed, carrier: 'remote' };
}

function resultOf(answer: MeterAnswer): string {
  return answer.kind === 'token' ? answer.result : answer.kind;
}

describe('a house', () => {
  test('takes a token once and uses what it brings', () => {
    const house = openTestHouse(undefined, 1_000);
    expect(resultOf(performRequest(house, token(TOKEN), moment(1_000)))).toBe('Accept');
    expect(credit(house)).toBe('5000');
    expect(resultOf(performRequest(house, token(TOKEN), moment(2_000)))).toBe('UsedError');
    // 1000 W for an hour from the first second on: 1000 Wh, of 5000.
    passTime(house, moment(1_000 + HOUR));
    expect(credit(house)).toBe('4000');
    passTime(house, moment(1_000 + 5 * HOUR));
    expect(pictureOf(house, 1)).toMatchObject({
      credit: [{ service: 0, credit: '0' }],
      supply: { is_closed: false, reason: 'credit' },
    });
  });

  test('ends with the same books however often it is told of the time', () => {
    const beats = fc.array(fc.nat(5 * HOUR), { maxLength: 20 });
    const run = (moments: readonly number[]): string | undefined => {
      const house = openTestHouse(undefined, 700);
      performRequest(house, token(TOKEN), moment(0));
      for (const at of moments) passTime(house, moment(at));
      passTime(house, moment(6 * HOUR));
      return credit(house);
    };
    // 700 W for six hours: 4200 of 5000 Wh.
    fc.assert(
      fc.property(beats, (unsorted) => {
        expect(run(unsorted.toSorted((left, right) => left - right))).toBe('800');
      }),
      { numRuns: 30 },
    );
  });

  test('changes what flows from the moment on that it is told', () => {
    const house = openTestHouse();
    performRequest(house, token(TOKEN), moment(0));
    performRequest(house, { kind: 'load', watts: 2_000 }, moment(HOUR));
    performRequest(house, { kind: 'load', watts: null, appliances: ['kettle'] }, moment(2 * HOUR));
    passTime(house, moment(2 * HOUR + HOUR / 2));
    // Nothing for an hour, 2000 W for an hour, a kettle of 2000 W for half an hour: 3000 Wh.
    expect(credit(house)).toBe('2000');
  });

  test('does not show what its store did not take, and says that it is not ready', () => {
    const { disk, kept, store } = failingStore();
    const house = openTestHouse(store);
    passTime(house, moment(100));
    const before = kept.length;
    disk.isFull = true;
    expect(resultOf(performRequest(house, token(TOKEN), moment(1_000)))).toBe('NotReady');
    expect(kept).toHaveLength(before);
    expect(credit(house)).toBe('0');
    expect(pictureOf(house, 1)).toMatchObject({
      condition: 'storage_failed',
      display: { primary: 'NOT READY', secondary: 'MEMORY FAULT' },
    });
    // Everything is refused until the store takes something again, and nothing was lost by then.
    expect(performRequest(house, { kind: 'key', key: '1' }, moment(1_500))).toEqual({
      kind: 'not-ready',
    });
    expect(resultOf(performRequest(house, token(TOKEN), moment(5_000)))).toBe('NotReady');
    disk.isFull = false;
    expect(resultOf(performRequest(house, token(TOKEN), moment(7_000)))).toBe('Accept');
    expect(credit(house)).toBe('5000');
    expect(pictureOf(house, 1).condition).toBe('ready');
  });

  test('keeps a power failure before it says that the power is off', () => {
    const { disk, store } = failingStore();
    const house = openTestHouse(store);
    disk.isFull = true;
    expect(performRequest(house, { kind: 'power', is_on: false }, moment(1_000)).kind).toBe(
      'not-ready',
    );
    expect(pictureOf(house, 1).is_powered).toBe(true);
  });

  test('has a dark face without power, takes no token, and comes back with its credit', () => {
    const house = openTestHouse();
    performRequest(house, token(TOKEN), moment(0));
    performRequest(house, { kind: 'power', is_on: false }, moment(1_000));
    expect(pictureOf(house, 1)).toMatchObject({
      is_powered: false,
      supply: { is_closed: false, reason: 'no-power' },
    });
    const another = creditTokenAt(TEST_METER.keyDescription, { from: START, minute: 6 }, 10);
    expect(resultOf(performRequest(house, token(another), moment(2_000)))).toBe('NotReady');
    performRequest(house, { kind: 'power', is_on: true }, moment(3_000));
    expect(credit(house)).toBe('5000');
    expect(pictureOf(house, 1).log.map(({ code }) => code)).toContain('power-returned');
  });

  test('has a clock that can be set, and keeps it from then on', () => {
    const house = openTestHouse();
    const at = new Date(START + 40 * HOUR).toISOString();
    expect(performRequest(house, { kind: 'clock', at }, moment(1_000)).kind).toBe('done');
    passTime(house, moment(2_000));
    expect(Date.parse(pictureOf(house, 1).clock)).toBe(START + 40 * HOUR + 1_000);
    expect(house.log.at(-1)?.code).toBe('clock-set');
    const tooLate = performRequest(
      house,
      { kind: 'clock', at: '2100-01-01T00:00:00Z' },
      moment(3_000),
    );
    expect(tooLate.kind).toBe('invalid');
  });

  test('logs and keeps the fault of a command whose settings or tariff are none', () => {
    const house = openTestHouse();
    const command = (body: Extract<MeterRequest, { kind: 'command' }>['body']): MeterAnswer =>
      performRequest(house, { kind: 'command', body }, moment(1_000));
    const refused = { kind: 'command', outcome: 'refused' };
    expect(command({ command: 'change-settings', settings: {} })).toMatchObject({
      ...refused,
      refusal: 'settings-invalid',
    });
    expect(
      command({
        command: 'set-passive-tariff',
        tariff: { name: 1 },
        activate_at: '2027-02-01T00:00:00Z',
      }),
    ).toMatchObject({ ...refused, refusal: 'tariff-invalid' });
    expect(command({ command: 'set-prices', schedule: 1 })).toMatchObject({
      ...refused,
      refusal: 'prices-invalid',
    });
    expect(command({ command: 'set-charge', charge: null })).toMatchObject({
      ...refused,
      refusal: 'charge-invalid',
    });
    expect(command({ command: 'disconnect' })).toMatchObject({ outcome: 'done' });
    expect(pictureOf(house, 1).supply.reason).toBe('remote');
  });

  test('does not begin before what its memory tells', () => {
    const later = instant(START + 9 * HOUR) satisfies Instant;
    const log = [{ number: 1, at: later, code: 'power-failed', detail: '' }] as const;
    const memory = TEST_METER.memory;
    const house = openHouse(
      {
        kept: { memory, log },
        profile: { kind: 'household' },
        ...{ store: openPassingStore(memory), seed: 1, clockOffset: 0, isReturning: true },
      },
      moment(0),
    );
    expect(Date.parse(pictureOf(house, 1).clock)).toBe(later);
    closeHouse(house, moment(1_000));
    expect(house.log.at(-1)).toMatchObject({ code: 'power-failed', at: later + 1_000 });
  });
});
