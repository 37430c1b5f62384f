/**
 * The power fails during every write of an operation, in every way, and again during every repair; the
 * meter must be the one before or the one after, and go on. The store is handed in, so that faulty
 * ones show that the loop finds them.
 */
import type { LogEntry } from '@wattvend/meter/event-log.js';
import { commit, formatStore, keepRunning, type MeterStore } from '@wattvend/meter/journal.js';
import { applyWrite, type MemoryWrite, type MeterMemory } from '@wattvend/meter/memory.js';
import {
  type DeviceWrite,
  type NonvolatileDevice,
  newDevice,
  performTornWrite,
  performWrite,
  type Tear,
} from '@wattvend/meter/nonvolatile-device.js';
import { METER_EEPROM, type StoreGeometry } from '@wattvend/meter/store-layout.js';
import {
  type CheckpointContent,
  openStore,
  readCheckpointContent,
} from '@wattvend/meter/store-recovery.js';
import { NOON } from '../invented-meter.ts';

export interface SubjectStep<Store> {
  readonly store: Store;
  readonly deviceWrites: readonly DeviceWrite[];
}

export type SubjectOpened<Store> =
  | {
      readonly kind: 'open';
      readonly store: Store;
      readonly memory: MeterMemory;
      readonly log: readonly LogEntry[];
      readonly repairs: readonly DeviceWrite[];
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'fault'; readonly fault: string };

/** A store as the loop sees it. */
export interface Subject<Store> {
  format(memory: MeterMemory): SubjectStep<Store>;
  open(image: Uint8Array): SubjectOpened<Store>;
  commit(store: Store, write: MemoryWrite): SubjectStep<Store>;
  keepRunning(store: Store): SubjectStep<Store>;
}

const GEOMETRY: StoreGeometry = METER_EEPROM;

const contents = new Map<string, CheckpointContent | null>();

// A function of the text alone, so it may remember what it read.
function remembered(payload: string): CheckpointContent | null {
  const known = contents.get(payload);
  if (known !== undefined) return known;
  const content = readCheckpointContent(payload);
  if (contents.size > 1000) contents.clear();
  contents.set(payload, content);
  return content;
}

/** The store of this package. */
export const STORE: Subject<MeterStore> = {
  format: (memory) => formatStore(memory, GEOMETRY),
  open: (image) => openStore(image, GEOMETRY, remembered),
  commit: (store, write) => commit(store, write, NOON),
  keepRunning,
};

export interface Operation {
  readonly name: string;
  /** As the meter leaves the factory. */
  readonly meter: MeterMemory;
  /** What it went through before, already acknowledged. */
  readonly earlier: readonly MemoryWrite[];
  /** What the power fails in. */
  readonly writes: readonly MemoryWrite[];
  /** How the meter goes on afterwards. */
  readonly next: readonly MemoryWrite[];
  /** Whether the power fails with notice, so that what gathered is kept. */
  readonly endsWithBrownOut: boolean;
  /** What a torn octet may hold, at each place. */
  readonly garbage: readonly number[];
}

export interface CutReport {
  readonly cases: number;
  readonly failures: readonly string[];
}

/** The meter at one end of the operation, and how it goes on from there. */
interface End {
  readonly memory: MeterMemory;
  readonly log: readonly LogEntry[];
  readonly next: readonly MemoryWrite[];
  readonly memoryAfter: MeterMemory;
  readonly logAfter: readonly LogEntry[];
}

interface Run<Store> {
  readonly subject: Subject<Store>;
  readonly operation: Operation;
  readonly before: End;
  readonly after: End;
  readonly scratch: NonvolatileDevice;
  cases: number;
  readonly failures: string[];
}

/** Where a case is, for the sentence of a failure. */
type Place = () => string;

const ENOUGH_FAILURES = 5;

/** Nothing is cut: what a faulty store must pass too, so that it is the cut that finds it. */
export function runUncut<Store>(subject: Subject<Store>, operation: Operation): CutReport {
  const run = newRun(subject, operation);
  const { device, deviceWrites } = prepared(run);
  for (const write of deviceWrites) performWrite(device, write);
  run.scratch.image.set(device.image);
  settle(run, run.scratch, { place: () => `${operation.name}, uncut`, allowed: [run.after] });
  return { cases: run.cases, failures: run.failures };
}

/** Every write, every tear, a second cut in every repair. */
export function cutEverywhere<Store>(subject: Subject<Store>, operation: Operation): CutReport {
  const run = newRun(subject, operation);
  const { device, deviceWrites } = prepared(run);
  for (const [index, write] of deviceWrites.entries()) {
    for (const tear of tearsOf(write, operation.garbage)) {
      if (run.failures.length >= ENOUGH_FAILURES) break;
      cutOnce(run, device, { write, tear, index });
    }
    performWrite(device, write);
  }
  run.scratch.image.set(device.image);
  const place = () => `${operation.name}, acknowledged`;
  settle(run, run.scratch, { place, allowed: [run.after] });
  return { cases: run.cases, failures: run.failures };
}

function newRun<Store>(subject: Subject<Store>, operation: Operation): Run<Store> {
  const { earlier, meter, next, writes } = operation;
  const before = earlier.reduce(applyWrite, meter);
  const after = writes.reduce(applyWrite, before);
  const log = earlier.flatMap(({ logged }) => logged);
  return {
    subject,
    operation,
    before: endOf(before, log, writes),
    after: endOf(after, [...log, ...writes.flatMap(({ logged }) => logged)], next),
    scratch: newDevice(GEOMETRY),
    cases: 0,
    failures: [],
  };
}

function endOf(memory: MeterMemory, log: readonly LogEntry[], next: readonly MemoryWrite[]): End {
  const memoryAfter = next.reduce(applyWrite, memory);
  const logAfter = [...log, ...next.flatMap(({ logged }) => logged)];
  return { memory, log, next, memoryAfter, logAfter };
}

/** The device before the operation, and the writes of the operation. */
function prepared<Store>({ operation, subject }: Run<Store>): {
  readonly device: NonvolatileDevice;
  readonly deviceWrites: readonly DeviceWrite[];
} {
  const device = newDevice(GEOMETRY);
  const perform = (step: SubjectStep<Store>): Store => {
    for (const write of step.deviceWrites) performWrite(device, write);
    return step.store;
  };
  let store = perform(subject.format(operation.meter));
  for (const write of operation.earlier) store = perform(subject.commit(store, write));
  return { device, deviceWrites: writesOf(subject, store, operation) };
}

function writesOf<Store>(
  subject: Subject<Store>,
  from: Store,
  { endsWithBrownOut, writes }: Pick<Operation, 'writes' | 'endsWithBrownOut'>,
): readonly DeviceWrite[] {
  let store = from;
  const deviceWrites: DeviceWrite[] = [];
  for (const write of writes) {
    const step = subject.commit(store, write);
    deviceWrites.push(...step.deviceWrites);
    store = step.store;
  }
  if (endsWithBrownOut) deviceWrites.push(...subject.keepRunning(store).deviceWrites);
  return deviceWrites;
}

/** Nothing, everything, what a frame begins with, and a character of a payload. */
export const GARBAGE: readonly number[] = [0x00, 0xff, 0xa5, 0x30];

function* tearsOf({ octets }: DeviceWrite, garbage: readonly number[]): Generator<Tear> {
  yield { kind: 'lost' };
  yield { kind: 'scattered' };
  yield { kind: 'erased' };
  for (let at = 0; at < octets.length; at++) {
    for (const octet of garbage) yield { kind: 'torn', at, octet };
    // Where one value has to do, it is this one.
    if (garbage.length > 1) yield { kind: 'flipped', at, bit: at % 8 };
  }
}

/** Some for each repair behind each first cut: in turn all kinds, and all places many times. */
function secondTear({ octets }: DeviceWrite, turn: number): Tear {
  if (turn % 5 === 0) return { kind: 'erased' };
  if (turn % 5 === 1) return { kind: 'scattered' };
  return { kind: 'torn', at: turn % octets.length, octet: GARBAGE[turn % GARBAGE.length] ?? 0 };
}

interface Cut {
  readonly write: DeviceWrite;
  readonly tear: Tear;
  readonly index: number;
}

function cutOnce<Store>(run: Run<Store>, device: NonvolatileDevice, cut: Cut): void {
  const { scratch, operation, subject } = run;
  const { index, tear, write } = cut;
  const place = () => `${operation.name}, write ${index} ${JSON.stringify(tear)}`;
  scratch.image.set(device.image);
  performTornWrite(scratch, write, tear);
  // Once for each place.
  const isCutTwice =
    tear.kind !== 'flipped' && (tear.kind !== 'torn' || tear.octet === operation.garbage[0]);
  if (isCutTwice) {
    const torn = scratch.image.slice();
    const opened = subject.open(torn);
    if (opened.kind === 'open') cutRepairs(run, torn, opened, place);
    scratch.image.set(torn);
  }
  const healed = tear.kind === 'torn' && tear.at === write.octets.length - 1 ? write : null;
  settle(run, scratch, { place, allowed: [run.before, run.after], healed });
}

/** The power fails again in each repair, and the third start must end where the first would have. */
function cutRepairs<Store>(
  run: Run<Store>,
  torn: Uint8Array,
  opened: Extract<SubjectOpened<Store>, { kind: 'open' }>,
  first: Place,
): void {
  const end = [run.before, run.after].find(({ memory }) => isSame(memory, opened.memory));
  // The first start is judged by settle.
  if (end === undefined) return;
  for (const [index, repair] of opened.repairs.entries()) {
    for (const turn of [run.cases, run.cases + 2]) {
      const tear = secondTear(repair, turn);
      run.scratch.image.set(torn);
      for (const done of opened.repairs.slice(0, index)) performWrite(run.scratch, done);
      performTornWrite(run.scratch, repair, tear);
      const place = () => `${first()}, repair ${index} ${JSON.stringify(tear)}`;
      settle(run, run.scratch, { place, allowed: [end] });
    }
  }
}

interface Settling {
  readonly place: Place;
  readonly allowed: readonly End[];
  /** A write whose last octet, torn, reads as it should have been, once the repairs are done. */
  readonly healed?: DeviceWrite | null;
}

/** Opens, repairs, opens again, goes on, opens again. */
function settle<Store>(run: Run<Store>, device: NonvolatileDevice, settling: Settling): void {
  run.cases += 1;
  const fault = faultOf(run, device, settling);
  if (fault !== null) run.failures.push(`${settling.place()}: ${fault}`);
}

function faultOf<Store>(
  { subject }: Run<Store>,
  device: NonvolatileDevice,
  { allowed, healed = null }: Settling,
): string | null {
  const first = subject.open(device.image);
  if (first.kind !== 'open') return first.kind === 'fault' ? first.fault : 'blank';
  const end = allowed.find(({ memory }) => isSame(memory, first.memory));
  if (end === undefined) return 'another memory';
  if (!isSame(first.log, end.log)) return 'another log';
  for (const repair of first.repairs) performWrite(device, repair);
  let { store } = first;
  if (first.repairs.length > 0 || healed !== null) {
    if (healed !== null) heal(device, healed);
    const second = subject.open(device.image);
    if (second.kind !== 'open' || !isSame(second.memory, end.memory)) return 'unstable';
    if (second.repairs.length > 0) return 'repairs without end';
    ({ store } = second);
  }
  for (const write of end.next) {
    const step = subject.commit(store, write);
    for (const each of step.deviceWrites) performWrite(device, each);
    ({ store } = step);
  }
  for (const each of subject.keepRunning(store).deviceWrites) performWrite(device, each);
  const last = subject.open(device.image);
  if (last.kind !== 'open') return 'does not go on';
  if (last.repairs.length > 0) return 'goes on in need of repair';
  if (!isSame(last.memory, end.memoryAfter)) return 'goes on as another memory';
  return isSame(last.log, end.logAfter) ? null : 'goes on with another log';
}

function heal(device: NonvolatileDevice, { address, octets }: DeviceWrite): void {
  const last = octets.length - 1;
  device.image[address + last] = octets[last] ?? 0;
}

/** Whether two plain values are equal. Quick, because it is asked half a million times. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  if (left === null || right === null) return false;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  const others = right as Record<string, unknown>;
  for (const name of names) {
    const mine = (left as Record<string, unknown>)[name];
    if (!Object.hasOwn(others, name) || !isSame(mine, others[name])) return false;
  }
  return true;
}
