import { isBalanced, type MeterMemory, manufactureMeter } from '@wattvend/meter/memory.js';
import { meterMemoryRecord, serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import { RESIDENTIAL } from '@wattvend/meter/settings-profiles.js';
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  keyType,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { encryptToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { nextTokenIdentifier } from '@wattvend/sts/token-identifier.js';
import { describe, expect, test } from 'vitest';
import type { TextStore } from '../src/sale/pending-sale.ts';
import { engineerToken, type SlipName } from '../src/wall-meter/engineer-slip.ts';
import {
  measurementOf,
  phaseLoads,
  pulseSeconds,
  unbalanceOf,
  WIRING_RIGHT,
} from '../src/wall-meter/household.ts';
import { type KeptWall, performStep, refreshed } from '../src/wall-meter/kept-steps.ts';
import { logSentence, logTone } from '../src/wall-meter/log-words.ts';
import {
  keptMeter,
  meterMemoryName,
  meterText,
  readMeterText,
  readStoredMeter,
  storeMeter,
} from '../src/wall-meter/meter-storage.ts';
import { isWallLogWhole, WALL_LOG_MAX } from '../src/wall-meter/wall-log.ts';
import {
  clockAfter,
  displayOfWall,
  hangUp,
  keptOf,
  passWithoutPower,
  stepWallMeter,
  switchOfWall,
  type WallMeter,
} from '../src/wall-meter/wall-meter.ts';

// An invented key: no real meter has it.
const KEY = '00112233445566778899aabbccddeeff';
const MADE = instant(Date.UTC(2026, 0, 1));
const NOW = instant(Date.UTC(2026, 10, 22));

function newMemory(): MeterMemory {
  return manufactureMeter({
    meterPan: meterPanFromDrn(makeDrn('01', '12345678')),
    encryptionAlgorithm: '11',
    decoderKey: DecoderKey.fromHex(KEY),
    keyType: keyType(2),
    supplyGroupCode: supplyGroupCode('123457'),
    tariffIndex: tariffIndex('01'),
    keyRevisionNumber: keyRevisionNumber(1),
    keyExpiryNumber: keyExpiryNumber(255),
    baseDate: 2014,
    manufacturedAt: MADE,
    settings: RESIDENTIAL,
  });
}

/** Sold so many minutes from now. */
function tokenOf(tenths: number, minutes = 0): string {
  const at = nextTokenIdentifier(instant(NOW + minutes * 60_000), null, 2014);
  if (at.kind === 'fault') throw new Error(at.fault);
  const { tokenIdentifier } = at;
  const credit = { tokenClass: 0, subclass: 0, name: 'electricity' } as const;
  const token = { ...credit, random: 5, tokenIdentifier, energy: tenthKwh(tenths) };
  return encryptToken(token, tokenCipher('11', DecoderKey.fromHex(KEY)));
}

function newWall(): WallMeter {
  return hangUp(keptMeter(newMemory()), NOW);
}

function typed(wall: WallMeter, digits: string): WallMeter {
  let current = wall;
  for (const digit of digits) {
    const now = current.clock;
    current = stepWallMeter(current, { kind: 'key', key: { kind: 'digit', digit }, now }).wall;
  }
  return current;
}

function cleared(wall: WallMeter): WallMeter {
  return stepWallMeter(wall, { kind: 'key', key: { kind: 'clear' }, now: wall.clock }).wall;
}

/** The house draws this for a while. */
function passed(wall: WallMeter, load: number, span: number): WallMeter {
  const elapsed = milliseconds(span);
  const measurement = measurementOf([watts(load)], WIRING_RIGHT);
  const now = clockAfter(wall.clock, elapsed);
  return stepWallMeter(wall, { kind: 'measured', elapsed, measurement, now }).wall;
}

const SECOND = 1000;
const HOUR = 3_600_000;

describe('the meter on the wall', () => {
  test('takes a token typed digit by digit, says what happened, and asks to be stored', () => {
    const token = tokenOf(95);
    const before = typed(newWall(), token.slice(0, 19));
    const key = { kind: 'digit', digit: token.slice(19) } as const;
    const { isToStore, wall } = stepWallMeter(before, { kind: 'key', key, now: before.clock });
    expect(isToStore).toBe(true);
    expect(wall.answer).toMatchObject({ kind: 'token', result: 'Accept', isGood: true });
    expect(wall.meter.memory.creditRegister).toBe(9500);
    expect(switchOfWall(wall)).toEqual({ isClosed: true, carriedBy: 'credit' });
    expect(displayOfWall(wall).primary).toBe('ACCEPTED +9.5 kWh');
    expect(wall.log.entries.map(logSentence)).toContain('A token brought 9.5 kWh.');
  });

  test('refuses the same token a second time and takes nothing from it', () => {
    const token = tokenOf(95);
    const first = cleared(typed(newWall(), token));
    const again = typed(first, token);
    expect(again.answer).toMatchObject({ result: 'UsedError', isGood: false });
    expect(again.meter.memory).toEqual(first.meter.memory);
  });

  test('uses exactly its credit and then opens the switch', () => {
    // 0.1 kWh at 2 kW lasts three minutes of the hour.
    const dark = passed(typed(newWall(), tokenOf(1)), 2000, HOUR);
    expect(dark.meter.memory.creditRegister).toBe(0);
    expect(dark.meter.memory.totalEnergyConsumed).toBe(100);
    expect(isBalanced(dark.meter.memory)).toBe(true);
    expect(switchOfWall(dark)).toEqual({ isClosed: false, reason: 'credit' });
    expect(dark.log.entries.some((entry) => logTone(entry) === 'bad')).toBe(true);
    expect(passed(dark, 2000, HOUR).meter.memory.totalEnergyConsumed).toBe(100);
  });

  test('keeps its newest entries, numbered without a gap, and proves them whole', () => {
    let wall = newWall();
    for (let at = 0; at < WALL_LOG_MAX; at++) {
      for (const kind of ['power-failed', 'power-returned'] as const) {
        wall = stepWallMeter(wall, { kind, chance: 0, now: wall.clock }).wall;
      }
    }
    const { entries } = wall.log;
    const { log } = wall.meter.memory;
    expect(log.count).toBeGreaterThanOrEqual(2 * WALL_LOG_MAX);
    expect(entries).toHaveLength(WALL_LOG_MAX);
    expect(entries.at(-1)?.number).toBe(log.count);
    expect(isWallLogWhole(wall.log, log)).toBe(true);
    const altered = entries.with(7, { ...entries[7], detail: 'NOTHING' } as (typeof entries)[0]);
    expect(isWallLogWhole({ ...wall.log, entries: altered }, log)).toBe(false);
    expect(isWallLogWhole({ ...wall.log, entries: entries.toSpliced(7, 1) }, log)).toBe(false);
    expect(isWallLogWhole({ ...wall.log, entries: entries.slice(0, -1) }, log)).toBe(false);
  });

  test('its clock never runs backwards, also after it was run fast and hung up again', () => {
    const fast = passed(newWall(), 100, 48 * HOUR);
    expect(fast.clock).toBe(NOW + 48 * HOUR);
    expect(hangUp(keptOf(fast), instant(NOW + HOUR)).clock).toBe(fast.clock);
    expect(hangUp(keptOf(fast), instant(NOW + 72 * HOUR)).clock).toBe(NOW + 72 * HOUR);
    const early = instant(fast.clock - 1);
    expect(() => stepWallMeter(fast, { kind: 'key', key: { kind: 'info' }, now: early })).toThrow(
      RangeError,
    );
    expect(() => passWithoutPower(fast, early)).toThrow(RangeError);
  });

  test('answers a command, and says why it refuses one', () => {
    const wall = newWall();
    const { clock: now } = wall;
    const off = stepWallMeter(wall, { kind: 'command', command: { kind: 'disconnect' }, now }).wall;
    expect(off.answer).toMatchObject({ kind: 'command', result: null, isGood: true });
    const twice = { kind: 'command', command: { kind: 'commission' }, now } as const;
    expect(stepWallMeter(wall, twice).wall.answer).toEqual({
      kind: 'command',
      result: null,
      isGood: false,
      sentence: 'The meter refused: it is in service already.',
    });
  });
});

describe('the slips of the engineer', () => {
  const chance = (bound: number): number => bound - 1;
  const slip = (memory: MeterMemory, name: SlipName): string =>
    engineerToken(memory, name, { realTime: NOW, chance }) ?? '';

  test.each([
    ['clear-tamper', {}],
    ['limit-low', { maximumPowerLimit: 2_000 }],
    ['limit-high', { maximumPowerLimit: 10_000 }],
    ['unbalance', { maximumPhasePowerUnbalanceLimit: 2_000 }],
    ['clear-credit', { creditRegister: 0 }],
  ] as const)('%s is accepted and does what it says', (name, changes) => {
    const lit = cleared(typed(newWall(), tokenOf(95)));
    const after = typed(lit, slip(lit.meter.memory, name));
    expect(after.answer).toMatchObject({ result: 'Accept' });
    expect(after.meter.memory).toMatchObject(changes);
  });

  test('one after the other, each has a minute of its own, and none that of the next sale', () => {
    let wall = newWall();
    const sold = tokenOf(95);
    for (let count = 0; count < 5; count++) {
      wall = cleared(typed(wall, slip(wall.meter.memory, 'limit-low')));
      expect(wall.answer).toMatchObject({ result: 'Accept' });
    }
    expect(typed(wall, sold).answer).toMatchObject({ result: 'Accept' });
  });

  test('a meter made this minute has none', () => {
    expect(engineerToken(newMemory(), 'clear-tamper', { realTime: MADE, chance })).toBeNull();
  });
});

interface TestStore extends TextStore {
  text: string | null;
  writes: number;
  forbids: boolean;
}

function store(text: string | null): TestStore {
  return {
    text,
    writes: 0,
    forbids: false,
    getItem() {
      return this.text;
    },
    setItem(_, next) {
      if (this.forbids) throw new DOMException('full');
      this.text = next;
      this.writes++;
    },
    removeItem() {
      this.text = null;
    },
  };
}

function keptCredit(place: TestStore): number | null {
  const read = readMeterText(place.text);
  return read.kind === 'meter' ? read.kept.memory.creditRegister : null;
}

describe('a step against the store', () => {
  const begun = (): KeptWall => ({ wall: newWall(), text: null });
  const keyed = (place: TestStore, kept: KeptWall, digits: string): KeptWall => {
    let current = kept;
    for (const digit of digits) {
      const step = performStep({ store: place, name: 'x' }, current, (wall) =>
        stepWallMeter(wall, { kind: 'key', key: { kind: 'digit', digit }, now: wall.clock }),
      );
      expect(step.isStored).toBe(true);
      current = step.kept;
    }
    return current;
  };

  test('stores what it must keep, once, before it hands the wall back', () => {
    const place = store(null);
    const kept = keyed(place, begun(), tokenOf(95));
    expect(keptCredit(place)).toBe(9500);
    expect(kept.text).toBe(place.text);
    expect(readMeterText(place.text)).toEqual({ kind: 'meter', kept: keptOf(kept.wall) });
  });

  test('shows nothing of a token that could not be stored, and takes it when it can', () => {
    const place = store(null);
    const token = tokenOf(95);
    const before = keyed(place, begun(), token.slice(0, 19));
    const last = (wall: WallMeter) =>
      stepWallMeter(wall, {
        kind: 'key',
        key: { kind: 'digit', digit: token.slice(19) },
        now: wall.clock,
      });
    place.forbids = true;
    const refused = performStep({ store: place, name: 'x' }, before, last);
    expect(refused).toEqual({ kept: before, isStored: false });
    expect(refused.kept.wall.answer).toBeNull();
    place.forbids = false;
    const taken = performStep({ store: place, name: 'x' }, before, last);
    expect(taken.kept.wall.answer).toMatchObject({ result: 'Accept' });
    expect(keptCredit(place)).toBe(9500);
  });

  test('a bug of the meter is not hidden as a refusal of the store', () => {
    const bug = (): never => {
      throw new RangeError('a bug');
    };
    expect(() => performStep({ store: store(null), name: 'x' }, begun(), bug)).toThrow(RangeError);
  });

  test('two pages of one browser do not take a token twice, nor lose one', () => {
    const place = store(null);
    const [first, second] = [tokenOf(95), tokenOf(5, 1)];
    const one = keyed(place, begun(), first);
    // The other page has not heard of it and judges against what stands in the store.
    const other = keyed(place, begun(), first);
    expect(other.wall.answer).toMatchObject({ result: 'UsedError' });
    const both = keyed(place, begun(), second);
    expect(both.wall.meter.memory.creditRegister).toBe(10_000);
    expect(keptCredit(place)).toBe(10_000);
    const told = refreshed(one, place.text);
    expect(told.wall.meter.memory).toEqual(both.wall.meter.memory);
    expect(isWallLogWhole(told.wall.log, told.wall.meter.memory.log)).toBe(true);
  });

  test('what was typed stays when the other page stores, and a torn text is not taken over', () => {
    const place = store(null);
    const half = keyed(place, begun(), '1234');
    const text = meterText(keptOf(cleared(typed(newWall(), tokenOf(95)))));
    const told = refreshed(half, text);
    expect(displayOfWall(told.wall).digitCount).toBe(4);
    expect(told.wall.meter.memory.creditRegister).toBe(9500);
    expect(refreshed(half, text.slice(0, -9))).toBe(half);
    expect(refreshed(half, null)).toBe(half);
  });
});

describe('the meter in the browser', () => {
  const kept = keptOf(passed(cleared(typed(newWall(), tokenOf(95))), 2000, 90 * SECOND));

  test('is named by utility and meter', () => {
    expect(meterMemoryName('a', '1')).not.toBe(meterMemoryName('b', '1'));
  });

  test('is stored in one step and read back the same, with its log and its clock', () => {
    const place = store(null);
    expect(readStoredMeter(place, 'x')).toEqual({ kind: 'none' });
    expect(storeMeter(place, 'x', kept)).toBe(true);
    expect(place.writes).toBe(1);
    expect(kept.log.entries.length).toBeGreaterThan(0);
    expect(readStoredMeter(place, 'x')).toEqual({ kind: 'meter', kept });
  });

  test('is read as older pages stored it: the bare memory', () => {
    const { memory } = kept;
    const read = readMeterText(serialiseMeterMemory(memory));
    expect(read).toEqual({ kind: 'meter', kept: keptMeter(memory) });
    const wall = hangUp(keptMeter(memory), NOW);
    expect(isWallLogWhole(wall.log, memory.log)).toBe(true);
    const later = typed(wall, '00000000000000000000');
    expect(isWallLogWhole(later.log, later.meter.memory.log)).toBe(true);
  });

  test('torn at any place it is a fault, so that a new meter is offered', () => {
    for (const text of [meterText(kept), serialiseMeterMemory(kept.memory)]) {
      for (let length = 0; length < text.length; length += 7) {
        expect(readMeterText(text.slice(0, length)).kind).toBe('fault');
      }
    }
  });

  test('with more credit written into it, it is a fault', () => {
    const { creditRegister } = kept.memory;
    const text = meterText(kept);
    const richer = text.replace(
      `"credit_register_wh":${creditRegister}`,
      '"credit_register_wh":99',
    );
    expect(richer).not.toBe(text);
    expect(readMeterText(richer)).toEqual({ kind: 'fault', fault: 'checksum' });
    expect(readMeterText('{}').kind).toBe('fault');
    expect(readMeterText('null').kind).toBe('fault');
    expect(readMeterText('{"memory":null}').kind).toBe('fault');
  });

  test.each([
    ['log', { log: undefined }],
    ['log', { log: [{ number: 1 }] }],
    ['log', { log: [{ number: 1, at_ms: 0, code: 'no-such-code' }] }],
    ['log', { log_chain_before: 'x' }],
    ['clock', { clock_ms: '5' }],
    ['clock', { clock_ms: 0.5 }],
    ['clock', { clock_ms: undefined }],
  ])('with a wrong %s it is a fault: %o', (fault, members) => {
    const stored = { ...JSON.parse(meterText(kept)), ...members };
    expect(readMeterText(JSON.stringify(stored))).toEqual({ kind: 'fault', fault });
  });

  test('a log that was altered is told, and the credit is not lost for it', () => {
    const stored = JSON.parse(meterText(kept));
    const read = readMeterText(JSON.stringify({ ...stored, log: stored.log.slice(1) }));
    if (read.kind !== 'meter') throw new Error('not read');
    expect(read.kept.memory).toEqual(kept.memory);
    expect(isWallLogWhole(read.kept.log, read.kept.memory.log)).toBe(false);
    expect(stored.memory).toEqual(meterMemoryRecord(kept.memory));
  });

  test('a browser that forbids its storage has no meter and says that it kept none', () => {
    const forbidden: TextStore = {
      getItem: () => {
        throw new DOMException('forbidden');
      },
      setItem: () => {
        throw new DOMException('full');
      },
      removeItem: () => undefined,
    };
    expect(readStoredMeter(forbidden, 'x')).toEqual({ kind: 'none' });
    expect(storeMeter(forbidden, 'x', kept)).toBe(false);
  });
});

describe('the house', () => {
  test('draws the sum of what is on, and the pulse follows what flows', () => {
    expect(phaseLoads(60, new Set(), 1)).toEqual([60]);
    expect(phaseLoads(60, new Set(['lamp', 'fridge', 'kettle', 'cooker']), 1)).toEqual([5250]);
    expect(pulseSeconds(0, 60)).toBeNull();
    expect(pulseSeconds(3600, 1)).toBe(1);
    expect(pulseSeconds(2000, 3600)).toBe(0.24);
  });

  test('spreads its own load over three phases, and each thing hangs on its own', () => {
    // 5200 = 1734 + 1733 + 1733; the lamp on L1, the fridge on L2, the kettle on L3.
    expect(phaseLoads(5200, new Set(), 3)).toEqual([1734, 1733, 1733]);
    const loads = phaseLoads(5200, new Set(['lamp', 'fridge', 'kettle']), 3);
    expect(loads).toEqual([1774, 1883, 3733]);
    expect(unbalanceOf(loads)).toBe(1959);
  });

  test('is measured as it is wired', () => {
    // 2300 W at 230 V are 10 A.
    const right = { power: 2300, voltage: 2300, current: 10_000 };
    const load = [watts(2300)];
    expect(measurementOf(load, WIRING_RIGHT)).toEqual({ phases: [right], neutralCurrent: 10_000 });
    expect(measurementOf(load, { ...WIRING_RIGHT, isReversed: true })).toEqual({
      phases: [{ ...right, power: -2300 }],
      neutralCurrent: 10_000,
    });
    expect(measurementOf(load, { ...WIRING_RIGHT, isNeutralBypassed: true })).toEqual({
      phases: [right],
      neutralCurrent: 0,
    });
    const three = [watts(2300), watts(2300), watts(2300)];
    const lost = measurementOf(three, { ...WIRING_RIGHT, isPhaseLost: true });
    expect(lost.phases[2]).toEqual({ power: 0, voltage: 0, current: 0 });
    expect(lost.neutralCurrent).toBeNull();
  });
});
