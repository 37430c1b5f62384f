/**
 * One meter of the street, with the store of its memory and what hangs on it. All that happens to it
 * goes through here: first the time that has passed, then the event; and what a step writes is stored
 * before anything of the step can be seen.
 */
import { randomInt } from 'node:crypto';
import type { LogEntry } from '@wattvend/meter/event-log.js';
import { applyMeterEvent, type Meter, type MeterStep, startMeter } from '@wattvend/meter/meter.js';
import type { MeterEvent, MeterEventTime, TamperSensor } from '@wattvend/meter/meter-event.js';
import {
  type Instant,
  instant,
  type Milliseconds,
  milliseconds,
} from '@wattvend/quantities/time.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import { type Connection, measurementOf, newConnection } from '../load/connection.ts';
import { type ConsumptionProfile, SLOT } from '../load/consumption-profile.ts';
import type { KeptMeter, MeterStore } from '../state/meter-store.ts';

/** An event as it comes from outside: the house says when. */
export type Happening = WithoutTime<MeterEvent>;
type WithoutTime<Event> = Event extends unknown ? Omit<Event, keyof MeterEventTime> : never;

/** Both clocks at one moment: the street's, and that of the people in it. */
export interface Moment {
  readonly at: Instant;
  readonly personAt: Instant;
}

export interface House {
  /** The number printed on the meter. */
  readonly meterNumber: string;
  readonly store: MeterStore;
  meter: Meter;
  connection: Connection;
  /** How far the meter's clock is ahead of the street's. */
  clockOffset: number;
  /** The meter's clock up to which it was told what flowed. */
  toldUntil: Instant;
  /** The latest entries of the event log. */
  log: readonly LogEntry[];
  condition: HouseCondition;
}

/**
 * storage-failed: what the meter does cannot be kept, so it does nothing until that is mended.
 * halted: this program met a fault of its own with this meter and keeps its hands off it.
 */
export type HouseCondition =
  | { readonly kind: 'ready' }
  | { readonly kind: 'storage-failed'; readonly cause: unknown; readonly retryAt: Instant }
  | { readonly kind: 'halted'; readonly cause: unknown };

export interface HouseOrder {
  readonly kept: KeptMeter;
  readonly store: MeterStore;
  readonly profile: ConsumptionProfile;
  readonly seed: number;
  readonly clockOffset: number;
  /** Whether the meter was in use before, so that its power returns now. */
  readonly isReturning: boolean;
}

const LOG_SHOWN = 300;
const RETRY_AFTER_MS = 1_000;
// A program that was asleep for long tells a meter of it in larger pieces.
const SPANS_MAX = 2_000;
const MS_PER_MINUTE = 60_000;
const CHANCES = 65_536;

const READY: HouseCondition = { kind: 'ready' };

export function openHouse(order: HouseOrder, moment: Moment): House {
  const { kept, store } = order;
  const { memory } = kept;
  const meterNumber = drnFromMeterPan(memory.meterPan);
  const consumer = { profile: order.profile, seed: order.seed, meterNumber };
  const connection = newConnection(consumer, memory.settings.supply.phases);
  const sensors = { ...connection.sensors };
  // A cover that was open when the program ended is still open.
  for (const name of Object.keys(sensors) as TamperSensor[]) {
    sensors[name] = memory.tamper.active.includes(name);
  }
  const house: House = {
    meterNumber,
    store,
    meter: order.isReturning ? dark(startMeter(memory)) : startMeter(memory),
    connection: { ...connection, sensors },
    clockOffset: order.clockOffset,
    toldUntil: instant(moment.at + order.clockOffset),
    log: kept.log.slice(-LOG_SHOWN),
    condition: READY,
  };
  // The clock never runs back over what the meter remembers.
  const latest = house.log.at(-1)?.at ?? house.toldUntil;
  if (latest > house.toldUntil) {
    house.clockOffset += latest - house.toldUntil;
    house.toldUntil = latest;
  }
  if (order.isReturning)
    happen(house, { kind: 'power-returned', chance: randomInt(CHANCES) }, moment);
  tellSensors(house, moment);
  return house;
}

/** As a meter is that was without power until now. */
function dark({ memory, working }: Meter): Meter {
  return { memory, working: { ...working, isPowered: false } };
}

function clockOf(house: House, { at }: Moment): Instant {
  return instant(at + house.clockOffset);
}

/** Lets something happen at a moment. Null: the meter could not keep it, and did nothing. */
export function happen(house: House, happening: Happening, moment: Moment): MeterStep | null {
  if (!passTime(house, moment)) return null;
  const { personAt } = moment;
  const step = apply(house, { ...happening, now: house.toldUntil, personAt });
  // What was only gathered must survive what comes now.
  if (step !== null && happening.kind === 'power-failed' && !keepAll(house, moment)) return null;
  return step;
}

/** Tells the meter what flowed up to now. False: it is not in a condition to be told anything. */
export function passTime(house: House, moment: Moment): boolean {
  if (house.condition.kind === 'storage-failed') mend(house, house.condition.retryAt, moment);
  if (house.condition.kind !== 'ready') return false;
  const until = clockOf(house, moment);
  for (let spans = 0; house.toldUntil < until; spans += 1) {
    const end = spans + 1 < SPANS_MAX ? Math.min(until, endOfSlot(house)) : until;
    const elapsed = milliseconds(end - house.toldUntil);
    if (!measure(house, elapsed, moment.personAt)) return false;
  }
  return true;
}

/** Sets the meter's own clock. False: it could not be kept. */
export function setClock(house: House, to: Instant, moment: Moment): boolean {
  if (!passTime(house, moment)) return false;
  const before = house.toldUntil;
  const { personAt } = moment;
  const step = apply(house, { kind: 'clock-set', before, now: to, personAt });
  if (step === null) return false;
  house.clockOffset += to - before;
  house.toldUntil = to;
  return true;
}

/** The contact of a cover, or a magnet; a meter without power reads it when the power returns. */
export function setSensor(
  house: House,
  { isActive, sensor }: { readonly sensor: TamperSensor; readonly isActive: boolean },
  moment: Moment,
): boolean {
  const step = happen(house, { kind: 'sensor', sensor, isActive }, moment);
  if (step === null) return false;
  const { connection } = house;
  house.connection = { ...connection, sensors: { ...connection.sensors, [sensor]: isActive } };
  return true;
}

/** The mains of this house. */
export function setPower(house: House, isOn: boolean, moment: Moment): boolean {
  if (house.meter.working.isPowered === isOn) return house.condition.kind === 'ready';
  if (!isOn) return happen(house, { kind: 'power-failed' }, moment) !== null;
  const chance = randomInt(CHANCES);
  if (happen(house, { kind: 'power-returned', chance }, moment) === null) return false;
  return tellSensors(house, moment);
}

function isPowered(house: House): boolean {
  return house.meter.working.isPowered;
}

/** The program ends: for the meter the power fails. */
export function closeHouse(house: House, moment: Moment): void {
  if (isPowered(house)) happen(house, { kind: 'power-failed' }, moment);
  house.store.close();
}

function tellSensors(house: House, moment: Moment): boolean {
  return (Object.entries(house.connection.sensors) as [TamperSensor, boolean][])
    .filter(([, isActive]) => isActive)
    .every(
      ([sensor]) => happen(house, { kind: 'sensor', sensor, isActive: true }, moment) !== null,
    );
}

function measure(house: House, elapsed: Milliseconds, personAt: Instant): boolean {
  const now = instant(house.toldUntil + elapsed);
  const { utcOffsetMinutes } = house.meter.memory.accounting.tariff;
  const local = instant(house.toldUntil + utcOffsetMinutes * MS_PER_MINUTE);
  const measurement = measurementOf(house.connection, local);
  if (apply(house, { kind: 'measured', elapsed, measurement, now, personAt }) === null)
    return false;
  house.toldUntil = now;
  return true;
}

function endOfSlot(house: House): number {
  return (Math.floor(house.toldUntil / SLOT) + 1) * SLOT;
}

function apply(house: House, event: MeterEvent): MeterStep | null {
  let step: MeterStep;
  try {
    step = applyMeterEvent(house.meter, event);
  } catch (cause) {
    house.condition = { kind: 'halted', cause };
    return null;
  }
  try {
    house.store.keep(step.writes, event.now);
  } catch (cause) {
    failStorage(house, cause, event.personAt ?? event.now);
    return null;
  }
  house.meter = step.meter;
  fitConnection(house);
  const logged = step.writes.flatMap((write) => write.logged);
  if (logged.length > 0) house.log = [...house.log, ...logged].slice(-LOG_SHOWN);
  return step;
}

/** A meter whose settings now say another number of phases is another connection. */
function fitConnection(house: House): void {
  const { connection } = house;
  const { phases } = house.meter.memory.settings.supply;
  if (phases !== connection.phases) {
    house.connection = { ...connection, phases, fixed: null, voltages: null };
  }
}

function keepAll(house: House, { personAt }: Moment): boolean {
  try {
    house.store.keepAll();
    return true;
  } catch (cause) {
    failStorage(house, cause, personAt);
    return false;
  }
}

function failStorage(house: House, cause: unknown, real: Instant): void {
  house.condition = {
    kind: 'storage-failed',
    cause,
    retryAt: instant(real + RETRY_AFTER_MS),
  };
}

/**
 * What was kept is what counts: nothing that came after it was shown to anybody. So the meter starts
 * from there, as after a power failure.
 */
function mend(house: House, retryAt: Instant, moment: Moment): void {
  if (moment.personAt < retryAt) return;
  try {
    const kept = house.store.reopen();
    house.meter = startMeter(kept.memory);
    house.log = kept.log.slice(-LOG_SHOWN);
    house.condition = READY;
  } catch (cause) {
    failStorage(house, cause, moment.personAt);
    return;
  }
  tellSensors(house, moment);
}
