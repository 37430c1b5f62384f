/** A meter in a test and what happens to it, one event after the other, each step's writes kept. */

import type { LogEntry } from '@wattvend/meter/event-log.js';
import { applyWrite, isBalanced, type MeterMemory } from '@wattvend/meter/memory.js';
import {
  applyMeterEvent,
  displayOfMeter,
  type Meter,
  type MeterStep,
  startMeter,
  switchOf,
} from '@wattvend/meter/meter.js';
import type {
  Measurement,
  MeterCommand,
  MeterEvent,
  MeterKey,
  TamperSensor,
  TokenCarrier,
} from '@wattvend/meter/meter-event.js';
import { type Instant, instant, milliseconds } from '@wattvend/quantities/time.js';
import { NOON } from './invented-meter.ts';

type Unclocked<E> = E extends unknown ? Omit<E, 'now'> : never;

/** One phase at 230 V that draws this much. */
export function drawing(...powers: readonly number[]): Measurement {
  return {
    phases: powers.map((power) => ({
      power,
      voltage: 2300,
      current: Math.round((Math.abs(power) * 1000) / 230),
    })),
    neutralCurrent:
      powers.length === 1 ? Math.round((Math.abs(powers[0] ?? 0) * 1000) / 230) : null,
  };
}

export class MeterStory {
  meter: Meter;
  now: Instant;
  /** What the nonvolatile memory holds when every write was kept. */
  kept: MeterMemory;
  readonly log: LogEntry[] = [];

  constructor(memory: MeterMemory, now: Instant = NOON) {
    this.meter = startMeter(memory);
    this.kept = memory;
    this.now = now;
  }

  happens(event: Unclocked<MeterEvent>): MeterStep {
    const step = applyMeterEvent(this.meter, { ...event, now: this.now } as MeterEvent);
    for (const write of step.writes) {
      this.kept = applyWrite(this.kept, write);
      this.log.push(...write.logged);
    }
    this.meter = step.meter;
    return step;
  }

  /** The clock and the load go on for some seconds. */
  passes(seconds: number, measurement: Measurement = drawing(0)): MeterStep {
    return this.passesFor(Math.round(seconds * 1000), measurement);
  }

  passesFor(elapsed: number, measurement: Measurement): MeterStep {
    this.now = instant(this.now + elapsed);
    return this.happens({ kind: 'measured', elapsed: milliseconds(elapsed), measurement });
  }

  token(typed: string, carrier: TokenCarrier = 'remote'): string | undefined {
    return this.happens({ kind: 'token', typed, carrier }).token?.result;
  }

  key(key: MeterKey): MeterStep {
    return this.happens({ kind: 'key', key });
  }

  /** Twenty digits by hand; the answer of the last. */
  types(digits: string): string | undefined {
    let result: string | undefined;
    for (const digit of digits) result = this.key({ kind: 'digit', digit }).token?.result ?? result;
    return result;
  }

  sensor(sensor: TamperSensor, isActive: boolean): void {
    this.happens({ kind: 'sensor', sensor, isActive });
  }

  command(command: MeterCommand): string {
    const { command: outcome } = this.happens({ kind: 'command', command });
    if (outcome === undefined) throw new Error('a command has an answer');
    return outcome.kind === 'refused' ? outcome.refusal : outcome.kind;
  }

  powerOff(): void {
    this.happens({ kind: 'power-failed' });
  }

  powerOn(chance = 0): void {
    this.happens({ kind: 'power-returned', chance });
  }

  /** closed, or why not. */
  get supply(): string {
    const decision = switchOf(this.meter, this.now);
    return decision.isClosed ? `closed by ${decision.carriedBy}` : decision.reason;
  }

  get display(): ReturnType<typeof displayOfMeter> {
    return displayOfMeter(this.meter, this.now);
  }

  get memory(): MeterMemory {
    return this.meter.memory;
  }

  get isBalanced(): boolean {
    return isBalanced(this.meter.memory);
  }

  /** The codes of what was logged, with their details. */
  get logged(): readonly string[] {
    return this.log.map(({ code, detail }) => `${code} ${detail}`.trim());
  }
}
