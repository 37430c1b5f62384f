/** The meters of a street: those that live in the state folder, those of files, and test meters. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { drnFromMeterPan } from '@wattvend/sts/meter-pan.js';
import { createFileStore, openFileStore } from '../state/file-store.ts';
import type { KeptMeter, MeterStore } from '../state/meter-store.ts';
import { openPassingStore } from '../state/passing-store.ts';
import { readMeterFile } from './meter-files.ts';
import type { StartOptions } from './options.ts';
import { StartFault } from './start-fault.ts';
import { makeTestMeter, type TestKeyDescription } from './test-meters.ts';

export interface OpenedMeter {
  readonly meterNumber: string;
  readonly kept: KeptMeter;
  readonly store: MeterStore;
  /** Whether it was in use before. */
  readonly isReturning: boolean;
}

export interface OpenedMeters {
  readonly meters: readonly OpenedMeter[];
  /** Of the test meters among them. */
  readonly testKeys: readonly TestKeyDescription[];
}

const METER_FILE = /^(\d{11}|\d{13})\.meter$/;

/**
 * A meter that lives in the state folder already is not begun again: its file or order only says
 * that it is wanted. Throws StartFault for two memories of one meter, and for a store that is broken.
 */
export function openMeters(
  options: Pick<StartOptions, 'meters' | 'testMeters' | 'state'>,
  now: Instant,
): OpenedMeters {
  const { state, testMeters } = options;
  const tests = Array.from({ length: testMeters }, (_, index) => makeTestMeter(index, now));
  const begun = [...options.meters.flatMap(readMeterFile), ...tests.map(({ memory }) => memory)];
  const numbers = begun.map((memory) => drnFromMeterPan(memory.meterPan) as string);
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) throw new StartFault(`Meter ${twice} is named twice.`);
  const testKeys = tests.map(({ keyDescription }) => keyDescription);
  if (state === null) {
    const meters = begun.map((memory) => ({
      meterNumber: drnFromMeterPan(memory.meterPan),
      kept: { memory, log: [] },
      store: openPassingStore(memory),
      isReturning: false,
    }));
    return { meters, testKeys };
  }
  const living = livingIn(state).filter((number) => !numbers.includes(number));
  const meters = [
    ...living.map((number) => reopened(state, number)),
    ...begun.map((memory) => openedIn(state, memory)),
  ];
  if (meters.length === 0) {
    throw new StartFault(
      `${state} has no meter yet: give --meter <file> or --test-meters <number>.`,
    );
  }
  return { meters, testKeys };
}

export function makeStateFolder(folder: string): void {
  try {
    // Memories hold decoder keys: nobody else may look.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartFault(`${folder} cannot be written to. Choose another one with --state.`, {
      cause: error,
    });
  }
}

function livingIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => METER_FILE.exec(name)?.[1] ?? [])
    .sort();
}

function openedIn(folder: string, memory: MeterMemory): OpenedMeter {
  const number = drnFromMeterPan(memory.meterPan);
  const path = meterPath(folder, number);
  if (existsSync(path)) return reopened(folder, number);
  const { kept, store } = createFileStore(path, memory);
  return { meterNumber: number, kept, store, isReturning: false };
}

function reopened(folder: string, number: string): OpenedMeter {
  const path = meterPath(folder, number);
  const opened = openFileStore(path);
  if (opened.kind === 'fault') {
    throw new StartFault(`${path} cannot be read as the memory of a meter (${opened.fault}).`);
  }
  if (drnFromMeterPan(opened.kept.memory.meterPan) !== number) {
    throw new StartFault(`${path} holds the memory of another meter.`);
  }
  return { meterNumber: number, kept: opened.kept, store: opened.store, isReturning: true };
}

function meterPath(folder: string, number: string): string {
  return join(folder, `${number}.meter`);
}
