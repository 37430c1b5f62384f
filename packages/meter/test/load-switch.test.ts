import {
  applyConsumption,
  applyLoad,
  ENERGY_REMAINDER_NONE,
  energyRemainder,
  isLoadSwitchClosed,
  wattHoursConsumed,
} from '@wattvend/meter/load-switch.js';
import { applyWrite, isBalanced, type MeterMemory } from '@wattvend/meter/memory.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tenthKwh, wattHours, watts } from '@wattvend/quantities/energy.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditToken, inventedMeter, NOON } from './invented-meter.ts';

function meterWithTenKwh(): MeterMemory {
  const memory = inventedMeter();
  return applyToken(memory, creditToken(memory, 1, tenthKwh(100)), { now: NOON }).writes.reduce(
    applyWrite,
    memory,
  );
}

test('the load switch is closed only with credit', () => {
  const memory = inventedMeter();
  for (const [credit, closed] of [
    [1, true],
    [0, false],
    [-1, false],
  ] as const) {
    expect(isLoadSwitchClosed({ ...memory, creditRegister: wattHours(credit) })).toBe(closed);
  }
});

test('consumption counts to the watt-hour and opens the switch at zero', () => {
  const memory = meterWithTenKwh();
  const nearly = applyConsumption(memory, wattHours(9_999)).reduce(applyWrite, memory);
  expect(nearly.creditRegister).toBe(1);
  expect(isLoadSwitchClosed(nearly)).toBe(true);
  const empty = applyConsumption(nearly, wattHours(1)).reduce(applyWrite, nearly);
  expect(empty.creditRegister).toBe(0);
  expect(isLoadSwitchClosed(empty)).toBe(false);
});

test('a last step beyond zero is recorded and repaid by the next token', () => {
  const memory = meterWithTenKwh();
  const below = applyConsumption(memory, wattHours(10_003)).reduce(applyWrite, memory);
  expect(below.creditRegister).toBe(-3);
  const repaid = applyToken(below, creditToken(below, 2, tenthKwh(1)), { now: NOON }).writes.reduce(
    applyWrite,
    below,
  );
  expect(repaid.creditRegister).toBe(97);
  expect(isBalanced(repaid)).toBe(true);
});

test('no energy needs no write, and negative energy is refused', () => {
  const memory = meterWithTenKwh();
  expect(applyConsumption(memory, wattHours(0))).toEqual([]);
  expect(() => applyConsumption(memory, wattHours(-1))).toThrow(RangeError);
});

test('a meter that does not sell electricity measures none', () => {
  const memory = inventedMeter('07', { registers: [{ service: 1, credit: 5n }] });
  expect(applyConsumption(memory, wattHours(0))).toEqual([]);
  expect(() => applyConsumption(memory, wattHours(1))).toThrow(RangeError);
});

test('a steady load over any division of a day adds up to the same watt-hours', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 50 }),
      (load, spans) => {
        let remainder = ENERGY_REMAINDER_NONE;
        let counted = 0;
        for (const span of spans) {
          const measured = wattHoursConsumed(watts(load), milliseconds(span), remainder);
          counted += measured.energy;
          remainder = measured.remainder;
        }
        const elapsed = spans.reduce((sum, span) => sum + span, 0);
        expect(counted * 3_600_000 + remainder).toBe(load * elapsed);
      },
    ),
  );
});

test('a large load over a long time is still exact', () => {
  const measured = wattHoursConsumed(
    watts(100_001),
    milliseconds(31_622_400_007),
    energyRemainder(3_599_999),
  );
  const total = 100_001n * 31_622_400_007n + 3_599_999n;
  expect(BigInt(measured.energy) * 3_600_000n + BigInt(measured.remainder)).toBe(total);
});

test('a remainder is below one watt-hour', () => {
  for (const wrong of [-1, 3_600_000, 0.5])
    expect(() => energyRemainder(wrong)).toThrow(RangeError);
});

test('a load burns exactly what is left, however long the lamp was meant to stay on', () => {
  const memory = meterWithTenKwh();
  const hour = milliseconds(3_600_000);
  const used = applyLoad(memory, watts(2_000), hour, ENERGY_REMAINDER_NONE);
  const after = used.writes.reduce(applyWrite, memory);
  expect(after.creditRegister).toBe(8_000);
  const long = applyLoad(after, watts(2_000), milliseconds(100 * hour), energyRemainder(5));
  const dark = long.writes.reduce(applyWrite, after);
  expect(dark.creditRegister).toBe(0);
  expect(long.remainder).toBe(0);
  expect(applyLoad(dark, watts(2_000), hour, long.remainder)).toEqual({
    writes: [],
    remainder: long.remainder,
  });
});

test('any load for any time leaves a register at zero or above, and balanced', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 4_000_000 })), { maxLength: 20 }),
      (steps) => {
        let memory = meterWithTenKwh();
        let remainder = ENERGY_REMAINDER_NONE;
        for (const [load, span] of steps) {
          const supplied = applyLoad(memory, watts(load), milliseconds(span), remainder);
          memory = supplied.writes.reduce(applyWrite, memory);
          remainder = supplied.remainder;
        }
        const wanted = steps.reduce((sum, [load, span]) => sum + load * span, 0);
        expect(memory.creditRegister).toBe(Math.max(0, 10_000 - Math.floor(wanted / 3_600_000)));
        expect(isBalanced(memory)).toBe(true);
      },
    ),
  );
});

test('what is left over when the register arrives at exactly zero is not charged', () => {
  const memory = meterWithTenKwh();
  const span = milliseconds(36_000_000);
  const used = applyLoad(memory, watts(1_000), span, energyRemainder(7));
  expect(used.writes.reduce(applyWrite, memory).creditRegister).toBe(0);
  expect(used.remainder).toBe(0);
});
