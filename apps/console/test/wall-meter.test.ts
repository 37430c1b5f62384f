import { type MeterMemory, manufactureMeter } from '@wattvend/meter/memory.js';
import { serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import { tenthKwh, wattHours } from '@wattvend/quantities/energy.js';
import { type Instant, instant, milliseconds } from '@wattvend/quantities/time.js';
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
import { householdLoad, pulseSeconds } from '../src/wall-meter/household.ts';
import {
  keepMeterMemory,
  meterMemoryName,
  readMemoryText,
  readMeterMemory,
} from '../src/wall-meter/meter-storage.ts';
import { passTime, pressKey, type WallMeter, wallMeter } from '../src/wall-meter/wall-meter.ts';

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
  });
}

function tokenOf(tenths: number): string {
  const at = nextTokenIdentifier(NOW, null, 2014);
  if (at.kind === 'fault') throw new Error(at.fault);
  const { tokenIdentifier } = at;
  const credit = { tokenClass: 0, subclass: 0, name: 'electricity' } as const;
  const token = { ...credit, random: 5, tokenIdentifier, energy: tenthKwh(tenths) };
  return encryptToken(token, tokenCipher('11', DecoderKey.fromHex(KEY)));
}

function typed(
  meter: WallMeter,
  digits: string,
  now: Instant,
): { meter: WallMeter; stored: MeterMemory[] } {
  let current = meter;
  const stored: MeterMemory[] = [];
  for (const digit of digits) {
    const step = pressKey(current, { kind: 'digit', digit, now });
    current = step.meter;
    stored.push(...step.stored);
  }
  return { meter: current, stored };
}

describe('the meter on the wall', () => {
  test('takes a token typed digit by digit, stores once and says what happened', () => {
    const { meter, stored } = typed(wallMeter(newMemory()), tokenOf(95), NOW);
    expect(meter.lastResult?.result).toBe('Accept');
    expect(meter.memory.creditRegister).toBe(9500);
    expect(stored).toEqual([meter.memory]);
    expect(meter.log.map((entry) => entry.tone)).toEqual(['good', 'good']);
  });

  test('refuses the same token a second time and stores nothing', () => {
    const token = tokenOf(95);
    const first = typed(wallMeter(newMemory()), token, NOW).meter;
    const again = typed(first, token, instant(NOW + 5_000));
    expect(again.meter.lastResult?.result).toBe('UsedError');
    expect(again.stored).toEqual([]);
    expect(again.meter.memory).toEqual(first.memory);
  });

  test('uses exactly its credit and then opens the switch', () => {
    const lit = typed(wallMeter(newMemory()), tokenOf(1), NOW).meter;
    const step = passTime(lit, {
      load: householdLoad(0, new Set(['kettle'])),
      elapsed: milliseconds(3_600_000),
      now: NOW,
    });
    expect(step.meter.memory.creditRegister).toBe(0);
    expect(step.stored.at(-1)).toEqual(step.meter.memory);
    expect(step.meter.log[0]?.tone).toBe('bad');
    const dark = passTime(step.meter, {
      load: householdLoad(0, new Set(['kettle'])),
      elapsed: milliseconds(1000),
      now: NOW,
    });
    expect(dark.meter).toBe(step.meter);
  });

  test('keeps a bounded log', () => {
    let meter = wallMeter(newMemory());
    for (let at = 0; at < 40; at++) {
      meter = typed(meter, '00000000000000000000', instant(NOW + at * 10_000)).meter;
    }
    expect(meter.log).toHaveLength(30);
    expect(new Set(meter.log.map((entry) => entry.number)).size).toBe(30);
  });
});

function store(text: string | null): TextStore & { text: string | null; writes: number } {
  return {
    text,
    writes: 0,
    getItem() {
      return this.text;
    },
    setItem(_, next) {
      this.text = next;
      this.writes++;
    },
    removeItem() {
      this.text = null;
    },
  };
}

describe('the memory in the browser', () => {
  test('is named by utility and meter', () => {
    expect(meterMemoryName('a', '1')).not.toBe(meterMemoryName('b', '1'));
  });

  test('is stored in one step and read back the same', () => {
    const memory = newMemory();
    const place = store(null);
    expect(readMeterMemory(place, 'x')).toEqual({ kind: 'none' });
    expect(keepMeterMemory(place, 'x', memory)).toBe(true);
    expect(place.writes).toBe(1);
    expect(readMeterMemory(place, 'x')).toEqual({ kind: 'memory', memory });
  });

  test('torn at any place it is a fault, so that a new meter is offered', () => {
    const text = serialiseMeterMemory(newMemory());
    for (let length = 0; length < text.length; length++) {
      expect(readMemoryText(text.slice(0, length)).kind).toBe('fault');
    }
  });

  test('with more credit written into it, it is a fault', () => {
    const text = serialiseMeterMemory({ ...newMemory(), creditRegister: wattHours(0) });
    expect(
      readMemoryText(text.replace('"credit_register_wh":0', '"credit_register_wh":99')).kind,
    ).toBe('fault');
    expect(readMemoryText('{}').kind).toBe('fault');
    expect(readMemoryText('null').kind).toBe('fault');
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
    expect(readMeterMemory(forbidden, 'x')).toEqual({ kind: 'none' });
    expect(keepMeterMemory(forbidden, 'x', newMemory())).toBe(false);
  });
});

test('the load is the sum of what is on, and the pulse follows it', () => {
  expect(householdLoad(60, new Set())).toBe(60);
  expect(householdLoad(60, new Set(['lamp', 'fridge', 'kettle']))).toBe(2250);
  expect(pulseSeconds(0, 60)).toBeNull();
  expect(pulseSeconds(3600, 1)).toBe(1);
  expect(pulseSeconds(2000, 3600)).toBe(0.24);
});
