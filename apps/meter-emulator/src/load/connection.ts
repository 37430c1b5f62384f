/** What hangs on a meter and what its measuring element sees of it. */

import type { Measurement, TamperSensor } from '@wattvend/meter/meter-event.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { powerOfAppliances } from './appliances.ts';
import { type Consumer, consumptionAt, splitOverPhases } from './consumption-profile.ts';

/** Line to neutral, in tenths of a volt. */
const VOLTAGE_NOMINAL = 2_300;

export interface Connection {
  readonly consumer: Consumer;
  readonly phases: 1 | 3;
  /** W of each phase instead of what the profile says; negative flows back. Null: the profile. */
  readonly fixed: readonly number[] | null;
  /** Names of appliances that are on. */
  readonly appliances: readonly string[];
  /** Tenths of a volt of each phase; null: nominal. */
  readonly voltages: readonly number[] | null;
  /** How much less flows back through the neutral than came through the line, in milliamperes. */
  readonly missingNeutralCurrent: number;
  /** W that flow although the switch is open. */
  readonly powerBehindOpenSwitch: number;
  readonly sensors: Readonly<Record<TamperSensor, boolean>>;
}

export function newConnection(consumer: Consumer, phases: 1 | 3): Connection {
  return {
    consumer,
    phases,
    fixed: null,
    appliances: [],
    voltages: null,
    missingNeutralCurrent: 0,
    powerBehindOpenSwitch: 0,
    sensors: { 'terminal-cover': false, 'meter-cover': false, magnet: false },
  };
}

/** As if the load switch were closed, at a local time. */
export function measurementOf(connection: Connection, local: Instant): Measurement {
  const powers = powersOf(connection, local);
  const phases = powers.map((power, phase) => {
    const voltage = connection.voltages?.[phase] ?? VOLTAGE_NOMINAL;
    return { power: voltage === 0 ? 0 : power, voltage, current: currentOf(power, voltage) };
  });
  const [first] = phases;
  const missing = connection.missingNeutralCurrent;
  return {
    phases,
    // In three phases the neutral carries the difference alone, and is not measured here.
    neutralCurrent:
      connection.phases === 1 && first !== undefined ? Math.max(0, first.current - missing) : null,
    powerBehindOpenSwitch: connection.powerBehindOpenSwitch,
  };
}

function powersOf(connection: Connection, local: Instant): readonly number[] {
  const { consumer, fixed, phases } = connection;
  const base = fixed ?? splitOverPhases(consumer, consumptionAt(consumer, local), phases);
  const extra = powerOfAppliances(connection.appliances);
  return base.map((power, phase) => (phase === 0 ? power + extra : power));
}

/** Milliamperes, to the nearest: W over V, with V in tenths. A resistor, whichever way it flows. */
function currentOf(power: number, voltage: number): number {
  return voltage === 0 ? 0 : Math.round((Math.abs(power) * 10_000) / voltage);
}
