/**
 * The load switch and the accounting of what flows through it (the accounting process of
 * IEC 62055-31): the credit register falls by exactly what was used, and the switch opens when
 * nothing is left.
 */
import { type WattHours, type Watts, wattHours } from '@wattvend/quantities/energy.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Milliseconds } from '@wattvend/quantities/time.js';
import { type MemoryWrite, type MeterMemory, memoryWrite } from '../memory.ts';

/**
 * Energy too small for a register, in watt-milliseconds. It belongs to the measuring element, not to
 * the nonvolatile memory: what it holds when the power fails, less than 1 Wh, is not charged.
 */
export type EnergyRemainder = Quantity<number, 'W ms'>;

const WATT_MILLISECONDS_PER_WATT_HOUR = 3_600_000;

export const ENERGY_REMAINDER_NONE: EnergyRemainder = energyRemainder(0);

/** Refuses anything but a whole number of watt-milliseconds from zero to just below 1 Wh. */
export function energyRemainder(value: number): EnergyRemainder {
  if (!Number.isSafeInteger(value) || value < 0 || value >= WATT_MILLISECONDS_PER_WATT_HOUR) {
    throw new RangeError(`a remainder is a whole number of W ms below 1 Wh, got ${value}`);
  }
  return value as EnergyRemainder;
}

/** Closed means that electricity flows: as long as there is credit above zero. */
export function isLoadSwitchClosed(memory: Pick<MeterMemory, 'creditRegister'>): boolean {
  return memory.creditRegister > 0;
}

/**
 * Counts measured energy. The register follows whatever was measured, also below zero: a measuring
 * element reports after the fact, so the last report before the switch opens may exceed the credit
 * that was left; and energy behind an open switch, from a welded contact, was used all the same. The
 * next token repays it first. Refuses, with a RangeError, negative energy, and any energy on a meter
 * that does not sell electricity and so does not measure it.
 */
export function applyConsumption(memory: MeterMemory, energy: WattHours): readonly MemoryWrite[] {
  if (energy < 0) throw new RangeError(`consumed energy is zero or more, got ${energy} Wh`);
  if (energy === 0) return [];
  if (!memory.takesElectricity) throw new RangeError('this meter does not measure electricity');
  return [
    memoryWrite(memory, {
      creditRegister: wattHours(memory.creditRegister - energy),
      totalEnergyConsumed: wattHours(memory.totalEnergyConsumed + energy),
    }),
  ];
}

export interface Measured {
  readonly energy: WattHours;
  /** To be handed to the next measurement, so that nothing is lost between two. */
  readonly remainder: EnergyRemainder;
}

/**
 * Whole watt-hours of a steady load over a span of time, after what the last measurement left over.
 * Exact. Refuses, with a RangeError, more energy than a register can count.
 */
export function wattHoursConsumed(
  load: Watts,
  elapsed: Milliseconds,
  remainder: EnergyRemainder,
): Measured {
  // A bigint, because a large load over a long sleep of the measuring program passes 2^53 W ms.
  const total = BigInt(load) * BigInt(elapsed) + BigInt(remainder);
  const perWattHour = BigInt(WATT_MILLISECONDS_PER_WATT_HOUR);
  return {
    energy: wattHours(Number(total / perWattHour)),
    remainder: energyRemainder(Number(total % perWattHour)),
  };
}

export interface Supplied {
  readonly writes: readonly MemoryWrite[];
  readonly remainder: EnergyRemainder;
}

/**
 * A steady load over a span of time, switched by the meter itself. Through an open switch nothing
 * flows. Within the span the switch opens at the moment the register reaches zero, so the customer
 * uses exactly the credit that was left and the rest of the span is dark, however long it was.
 */
export function applyLoad(
  memory: MeterMemory,
  load: Watts,
  elapsed: Milliseconds,
  remainder: EnergyRemainder,
): Supplied {
  if (!isLoadSwitchClosed(memory)) return { writes: [], remainder };
  const measured = wattHoursConsumed(load, elapsed, remainder);
  if (measured.energy < memory.creditRegister) {
    return { writes: applyConsumption(memory, measured.energy), remainder: measured.remainder };
  }
  const writes = applyConsumption(memory, memory.creditRegister);
  return { writes, remainder: ENERGY_REMAINDER_NONE };
}
