/** From what the measuring element sees to what counts, to the watt-millisecond. */
import { elapsedUntilUnitsCeil, measuredLoad, unitsOver } from '@wattvend/meter/measuring.js';
import type { Measurement, PhaseMeasurement } from '@wattvend/meter/meter-event.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { COMMERCIAL, INDUSTRIAL, RESIDENTIAL, WATER } from '@wattvend/meter/settings-profiles.js';
import { UNIT, UNIT_REMAINDER_NONE, type UnitRemainder } from '@wattvend/meter/unit-remainder.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawing } from '../meter-story.ts';

function phase(changes: Partial<PhaseMeasurement> = {}): PhaseMeasurement {
  return { power: 1000, voltage: 2300, current: 4348, ...changes };
}

function one(changes: Partial<PhaseMeasurement>, neutralCurrent: number | null = null) {
  return { phases: [phase(changes)], neutralCurrent } satisfies Measurement;
}

function withReverse(
  settings: MeterSettings,
  reverseEnergy: MeterSettings['tamper']['reverseEnergy'],
): MeterSettings {
  return { ...settings, tamper: { ...settings.tamper, reverseEnergy } };
}

function behind(current: readonly [number, number], voltage: readonly [number, number] = [1, 1]) {
  const ratioOf = ([primary, secondary]: readonly [number, number]) => ({ primary, secondary });
  const connection = {
    kind: 'transformer',
    current: ratioOf(current),
    voltage: ratioOf(voltage),
  } as const;
  return { ...INDUSTRIAL, supply: { ...INDUSTRIAL.supply, connection } } satisfies MeterSettings;
}

describe('the power that counts', () => {
  // Secondary watts of three phases, what the settings say of reverse energy, primary watts.
  test.each([
    // 40 times each, because 200 / 5 = 40.
    ['200/5 A', INDUSTRIAL, [10, 20, 30], 2400],
    ['200/5 A, one phase backwards and counted', INDUSTRIAL, [10, -20, 30], 2400],
    [
      '200/5 A, one phase backwards and not counted',
      withReverse(INDUSTRIAL, 'not-counted'),
      [10, -20, 30],
      1600,
    ],
    // 11 000 / 110 = 100, times 40.
    ['200/5 A and 11000/110 V', behind([200, 5], [11_000, 110]), [1, 0, 2], 12_000],
    // 100 / 3: 10 becomes 333.3, 20 becomes 666.6, each rounded down on its own.
    ['100/3 A', behind([100, 3]), [10, 20, 0], 999],
    // Also backwards towards zero: -333.3 counts as 333.
    ['100/3 A backwards', behind([100, 3]), [-10, 0, 0], 333],
    ['direct', COMMERCIAL, [1, 2, 4], 7],
    ['direct, all backwards and counted', COMMERCIAL, [-1, -2, -4], 7],
    ['direct, all backwards', withReverse(COMMERCIAL, 'not-counted'), [-1, -2, -4], 0],
  ] as const)('%s', (_, settings, powers, power) => {
    expect(measuredLoad(settings, drawing(...powers)).power).toBe(power);
  });

  test('behind an open switch it stands before the same transformers', () => {
    const measurement = { ...drawing(0, 0, 0), powerBehindOpenSwitch: 3 };
    expect(measuredLoad(INDUSTRIAL, measurement).powerBehindOpenSwitch).toBe(120);
    expect(measuredLoad(INDUSTRIAL, drawing(0, 0, 0)).powerBehindOpenSwitch).toBe(0);
  });

  test('water counts in dm3 an hour and needs no voltage', () => {
    const load = measuredLoad(WATER, one({ power: 250, voltage: 0, current: 0 }));
    expect(load).toMatchObject({ power: 250, unbalance: 0 });
  });
});

describe('the unbalance of phases', () => {
  test.each([
    ['equal phases', COMMERCIAL, [500, 500, 500], 0],
    ['the greatest less the smallest', COMMERCIAL, [500, 100, 900], 800],
    ['before the transformers', INDUSTRIAL, [10, 20, 30], 800],
    ['of sizes: a phase wired backwards is no unbalance', COMMERCIAL, [500, -500, 500], 0],
    ['of one phase there is none', RESIDENTIAL, [500], 0],
  ] as const)('%s', (_, settings, powers, unbalance) => {
    expect(measuredLoad(settings, drawing(...powers)).unbalance).toBe(unbalance);
  });
});

describe('signs of tampering, at their edges', () => {
  // Over 276.0 V, below 115.0 V, a difference of more than 0.5 A.
  test.each([
    ['nothing', one({}, 4348), []],
    ['backwards', one({ power: -1 }, 4348), ['reverse-energy']],
    ['the greatest voltage there may be', one({ voltage: 2760 }), []],
    ['a tenth of a volt more', one({ voltage: 2761 }), ['over-voltage']],
    ['the least voltage there may be', one({ voltage: 1150 }), []],
    ['a tenth of a volt less', one({ voltage: 1149 }), ['phase-loss']],
    ['half an ampere less in the neutral', one({ current: 1500 }, 1000), []],
    ['a milliampere more of it', one({ current: 1501 }, 1000), ['bypass']],
    ['more in the neutral', one({ current: 1000 }, 1501), ['bypass']],
    ['a neutral that is not measured', one({ current: 90_000 }, null), []],
    ['all at once', one({ power: -1, voltage: 0 }, 0), ['reverse-energy', 'bypass', 'phase-loss']],
  ])('%s', (_, measurement, signs) => {
    expect(measuredLoad(RESIDENTIAL, measurement).signs).toEqual(signs);
  });

  test('one of three phases is enough; their neutral tells nothing', () => {
    const phases = [phase(), phase({ voltage: 0 }), phase({ voltage: 3000, power: -5 })];
    const { signs } = measuredLoad(COMMERCIAL, { phases, neutralCurrent: 50_000 });
    expect(signs).toEqual(['reverse-energy', 'phase-loss', 'over-voltage']);
  });
});

describe('a measurement no such meter could make is refused, and the refusal says why', () => {
  test.each([
    ['three phases on one', RESIDENTIAL, drawing(1, 2, 3), /1 phases .* got 3/],
    ['one phase on three', COMMERCIAL, drawing(1), /3 phases .* got 1/],
    ['no phase', RESIDENTIAL, { phases: [], neutralCurrent: null }, /phases/],
    ['half a watt', RESIDENTIAL, one({ power: 0.5 }), /a power /],
    ['no number', RESIDENTIAL, one({ power: Number.NaN }), /a power /],
    ['a power of no network', RESIDENTIAL, one({ power: -1e9 - 1 }), /a power /],
    ['a voltage below zero', RESIDENTIAL, one({ voltage: -1 }), /a voltage /],
    ['a part of a tenth of a volt', RESIDENTIAL, one({ voltage: 2300.5 }), /a voltage /],
    ['a current below zero', RESIDENTIAL, one({ current: -1 }), /a current /],
    ['a neutral below zero', RESIDENTIAL, one({}, -1), /the neutral current /],
    [
      'less than nothing behind the switch',
      RESIDENTIAL,
      { ...drawing(0), powerBehindOpenSwitch: -1 },
      /behind an open switch/,
    ],
  ])('%s', (_, settings, measurement, message) => {
    const measuring = () => measuredLoad(settings, measurement);
    expect(measuring).toThrow(RangeError);
    expect(measuring).toThrow(message);
  });

  test.each([
    ['a ratio beyond all networks', behind([1e6, 1]), drawing(1001, 0, 0)],
    ['three phases beyond it', behind([40, 1]), drawing(1e7, 1e7, 1e7)],
  ])('%s counts as the most there is, and does not stop the meter', (_, settings, measurement) => {
    expect(measuredLoad(settings, measurement).power).toBe(1_000_000_000);
  });
});

const anyPower = fc.integer({ min: 0, max: 1_000_000_000 });
const anyRemainder = fc.integer({ min: 0, max: UNIT - 1 }).map((value) => value as UnitRemainder);
const anySpan = fc.integer({ min: 0, max: 31_536_000_000 }).map(milliseconds);

describe('whole units', () => {
  test('1 kW for 3.6 s is one; what is left over counts later', () => {
    const first = unitsOver(1000, milliseconds(3599), UNIT_REMAINDER_NONE);
    expect(first).toEqual({ units: 0, remainder: 3_599_000 });
    expect(unitsOver(1000, milliseconds(1), first.remainder)).toEqual({ units: 1, remainder: 0 });
  });

  test('a gigawatt for a year passes what a double counts and stays exact', () => {
    // 10^9 x 31 536 000 000 / 3 600 000 = 8 760 000 000 000 Wh, and one W ms left.
    const year = milliseconds(31_536_000_000);
    expect(unitsOver(1e9, year, 1 as UnitRemainder)).toEqual({
      units: 8_760_000_000_000,
      remainder: 1,
    });
  });

  test('they are what a bigint says, on both sides of 2^53', () => {
    fc.assert(
      fc.property(anyPower, anySpan, anyRemainder, (power, elapsed, remainder) => {
        const sum = BigInt(power) * BigInt(elapsed) + BigInt(remainder);
        const measured = unitsOver(power, elapsed, remainder);
        expect(BigInt(measured.units) * BigInt(UNIT) + BigInt(measured.remainder)).toBe(sum);
        expect(measured.remainder).toBeLessThan(UNIT);
      }),
    );
  });

  test('in whatever parts a day is told, the units are the same', () => {
    const part = fc.record({ power: fc.nat(30_000), elapsed: fc.nat(3_600_000) });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        let units = 0;
        let remainder = UNIT_REMAINDER_NONE;
        let sum = 0n;
        for (const { elapsed, power } of parts) {
          const measured = unitsOver(power, milliseconds(elapsed), remainder);
          units += measured.units;
          remainder = measured.remainder;
          sum += BigInt(power) * BigInt(elapsed);
        }
        expect(BigInt(units)).toBe(sum / BigInt(UNIT));
        expect(BigInt(remainder)).toBe(sum % BigInt(UNIT));
      }),
    );
  });
});

describe('how long until so many units', () => {
  test('one at 1 kW takes 3.6 s; at 7 W the millisecond in which it is full', () => {
    expect(elapsedUntilUnitsCeil(1000, 1, UNIT_REMAINDER_NONE)).toBe(3600);
    // 3 600 000 / 7 = 514 285.7.
    expect(elapsedUntilUnitsCeil(7, 1, UNIT_REMAINDER_NONE)).toBe(514_286);
  });

  test('for ever, when nothing flows', () => {
    expect(elapsedUntilUnitsCeil(0, 1, UNIT_REMAINDER_NONE)).toBeNull();
    expect(elapsedUntilUnitsCeil(1, Number.MAX_SAFE_INTEGER, UNIT_REMAINDER_NONE)).toBeNull();
  });

  test('at that time they are there, and a millisecond before they are not', () => {
    const anyUnits = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(anyPower, anyUnits, anyRemainder, (power, units, remainder) => {
        const elapsed = elapsedUntilUnitsCeil(power + 1, units, remainder);
        if (elapsed === null) throw new Error('this much is measured within a life');
        expect(unitsOver(power + 1, elapsed, remainder).units).toBeGreaterThanOrEqual(units);
        const before = unitsOver(power + 1, milliseconds(elapsed - 1), remainder);
        expect(before.units).toBeLessThan(units);
      }),
    );
  });
});
