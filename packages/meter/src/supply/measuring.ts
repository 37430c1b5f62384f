/**
 * From what the measuring element sees to what counts: transformer ratios, the direction of energy,
 * what the phases tell of each other. Whole numbers throughout; a part of a unit waits as a remainder.
 */
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import { type MeasuredUnits, measuredUnits } from '../accounting/account-units.ts';
import type { Measurement, PhaseMeasurement } from '../meter-event.ts';
import type { MeterSettings, SupplySettings, TamperInput } from '../settings.ts';
import { UNIT, type UnitRemainder } from './unit-remainder.ts';

/** What the load is to the meter: to accounting, to the limits and to the tamper inputs. */
export interface MeasuredLoad {
  /** What counts, in W, dm³ an hour, or 3600 of time; zero or more. */
  readonly power: number;
  readonly powerBehindOpenSwitch: number;
  /** The greatest phase less the smallest; 0 on one phase. */
  readonly unbalance: number;
  /** The tamper inputs that are seen in what is measured. */
  readonly signs: readonly TamperInput[];
}

/** A gigawatt, thousands of volts and of amperes: no meter of ours is behind more. */
const POWER_MAX = 1e9;
const CURRENT_MAX = 1e9;
const VOLTAGE_MAX = 1e6;

/**
 * Refuses, with a RangeError, a measurement no such meter could make: another number of phases, a
 * part of a unit, a value beyond all networks. What transformers make more of than a network has counts
 * as the most there is.
 */
export function measuredLoad(settings: MeterSettings, measurement: Measurement): MeasuredLoad {
  assertMeasurement(settings.supply, measurement);
  const { phases, powerBehindOpenSwitch = 0 } = measurement;
  const forwards = phases.map((phase) => primaryPowerFloor(settings.supply, phase.power));
  const counted = settings.tamper.reverseEnergy === 'counted-forwards' ? Math.abs : positive;
  const sizes = forwards.map((power) => Math.abs(power));
  const power = forwards.reduce((sum, each) => sum + counted(each), 0);
  return {
    power: Math.min(power, POWER_MAX),
    powerBehindOpenSwitch: primaryPowerFloor(settings.supply, powerBehindOpenSwitch),
    unbalance: Math.max(...sizes) - Math.min(...sizes),
    signs: signsOf(settings, measurement),
  };
}

function positive(power: number): number {
  return Math.max(0, power);
}

// Towards zero: the utility loses less than a watt, and a meter never counts more than flowed.
function primaryPowerFloor({ connection }: SupplySettings, secondary: number): number {
  if (connection.kind === 'direct') return secondary;
  const { current, voltage } = connection;
  const above = BigInt(secondary) * BigInt(current.primary) * BigInt(voltage.primary);
  const primary = Number(above / (BigInt(current.secondary) * BigInt(voltage.secondary)));
  // A ratio that somebody mistyped must not stop the meter for ever.
  return Math.min(POWER_MAX, Math.max(-POWER_MAX, primary));
}

function signsOf(settings: MeterSettings, measurement: Measurement): readonly TamperInput[] {
  const { phases, neutralCurrent } = measurement;
  const { bypassCurrent, overVoltage, phaseLossBelow } = settings.tamper;
  // Three line currents do not add up to the neutral's as numbers, only as phasors, which the
  // measurement does not carry; so a bypass is seen on one phase alone.
  const line = phases.length === 1 ? phases[0]?.current : undefined;
  const isBypassed =
    line !== undefined &&
    neutralCurrent !== null &&
    Math.abs(line - neutralCurrent) > bypassCurrent;
  const signs: readonly (readonly [TamperInput, boolean])[] = [
    ['reverse-energy', phases.some(({ power }) => power < 0)],
    ['bypass', isBypassed],
    ['phase-loss', phases.some(({ voltage }) => voltage < phaseLossBelow)],
    ['over-voltage', phases.some(({ voltage }) => voltage > overVoltage)],
  ];
  return signs.filter(([, isSeen]) => isSeen).map(([input]) => input);
}

function assertMeasurement(settings: SupplySettings, measurement: Measurement): void {
  const { neutralCurrent, phases, powerBehindOpenSwitch = 0 } = measurement;
  if (phases.length !== settings.phases) {
    throw new RangeError(
      `a meter of ${settings.phases} phases measures as many, got ${phases.length}`,
    );
  }
  for (const phase of phases) assertPhase(phase);
  assertWhole('the neutral current', neutralCurrent ?? 0, 0, CURRENT_MAX);
  assertWhole('the power behind an open switch', powerBehindOpenSwitch, 0, POWER_MAX);
}

function assertPhase({ current, power, voltage }: PhaseMeasurement): void {
  assertWhole('a power', power, -POWER_MAX, POWER_MAX);
  assertWhole('a voltage', voltage, 0, VOLTAGE_MAX);
  assertWhole('a current', current, 0, CURRENT_MAX);
}

function assertWhole(what: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new RangeError(`${what} is a whole number from ${least} to ${most}, got ${value}`);
  }
}

export interface MeasuredSoFar {
  readonly units: MeasuredUnits;
  /** To be handed to the next span, so that nothing is lost between two. */
  readonly remainder: UnitRemainder;
}

/** Whole units of a steady power over a span, after what the last span left over. Exact. */
export function unitsOver(
  power: number,
  elapsed: Milliseconds,
  remainder: UnitRemainder,
): MeasuredSoFar {
  const sum = power * elapsed + remainder;
  if (Number.isSafeInteger(sum)) {
    const rest = sum % UNIT;
    return { units: measuredUnits((sum - rest) / UNIT), remainder: rest as UnitRemainder };
  }
  // A large load over a long span passes what a double counts.
  const exact = BigInt(power) * BigInt(elapsed) + BigInt(remainder);
  return {
    units: measuredUnits(Number(exact / BigInt(UNIT))),
    remainder: Number(exact % BigInt(UNIT)) as UnitRemainder,
  };
}

/**
 * The shortest span after which so many whole units have been measured, rounded up to a millisecond;
 * null when nothing flows, or longer than a meter lives.
 */
export function elapsedUntilUnitsCeil(
  power: number,
  units: number,
  remainder: UnitRemainder,
): Milliseconds | null {
  if (power <= 0) return null;
  const wanted = BigInt(units) * BigInt(UNIT) - BigInt(remainder);
  const elapsed = (wanted + BigInt(power) - 1n) / BigInt(power);
  return elapsed > BigInt(Number.MAX_SAFE_INTEGER) ? null : milliseconds(Number(elapsed));
}
