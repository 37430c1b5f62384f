/** What the state folder keeps: over an end, a kill at any moment, a second emulator, a full disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import { instant } from '@wattvend/quantities/time.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestMeter, type TestKeyDescription } from '../../src/start/test-meters.ts';
import { creditTokenAt, meterNumberOf } from '../test-tokens.ts';
import { nextNoon, type StartedEmulator, startAndEnd, startEmulator } from './started-emulator.ts';

let folder: string;
const started: StartedEmulator[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wattvend-emulator-'));
});

afterEach(async () => {
  for (const emulator of started.splice(0)) await emulator.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(
  options: readonly string[],
  limits: { readonly blocksMax?: number } = {},
): Promise<StartedEmulator> {
  const emulator = await startEmulator(['--state', folder, ...options], limits);
  started.push(emulator);
  return emulator;
}

function keyOf(emulator: StartedEmulator, index = 0): TestKeyDescription {
  const key = emulator.testKeys[index];
  if (key === undefined) throw new Error('no such test meter');
  return key;
}

async function enter(emulator: StartedEmulator, number: string, token: string): Promise<string> {
  const { json } = await emulator.post(`/v1/meters/${number}/token`, { token });
  return String(json.result);
}

test('an end and a new start keep credit, used tokens, log and clock', async () => {
  const first = await start(['--test-meters', '1', '--speed', '3600', '--profile', 'constant:0']);
  const key = keyOf(first);
  const number = meterNumberOf(key);
  const token = creditTokenAt(key, { from: nextNoon(), minute: 1 }, 77);
  expect(await enter(first, number, token)).toBe('Accept');
  const before = await first.picture(number);
  expect(await first.end('SIGTERM')).toMatchObject({ code: 0 });
  // The meters are in the folder; nothing else has to be said.
  const second = await start(['--profile', 'constant:0']);
  const after = await second.picture(number);
  expect(after.credit).toEqual([{ service: 0, credit: '7700' }]);
  expect(after.clock >= before.clock).toBe(true);
  expect(after.log.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['token-accepted', 'power-failed', 'power-returned']),
  );
  expect(after.log.map(({ number: entry }) => entry)).toEqual(
    after.log.map((_, index) => (after.log[0]?.number ?? 0) + index),
  );
  expect(await enter(second, number, token)).toBe('UsedError');
});

test('a meter of a file lives on in the folder', async () => {
  const { keyDescription, memory } = makeTestMeter(7, instant(Date.now()));
  const file = join(folder, 'delivered.json');
  writeFileSync(file, serialiseMeterMemory(memory));
  const first = await start(['--meter', file, '--profile', 'constant:0']);
  const number = meterNumberOf(keyDescription);
  const token = creditTokenAt(keyDescription, { from: nextNoon(), minute: 1 }, 10);
  expect(await enter(first, number, token)).toBe('Accept');
  await first.end('SIGKILL');
  const second = await start(['--meter', file, '--profile', 'constant:0']);
  expect(await enter(second, number, token)).toBe('UsedError');
  expect((await second.picture(number)).credit).toEqual([{ service: 0, credit: '1000' }]);
});

test('a folder belongs to one emulator, and to the next when that is killed', async () => {
  const first = await start(['--test-meters', '1']);
  const refused = await startAndEnd(['--state', folder, '--test-meters', '1']);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain(`process ${first.child.pid}`);
  // The refused one has left the first one's lock alone.
  expect((await startAndEnd(['--state', folder])).code).toBe(1);
  await first.end('SIGKILL');
  const second = await start([]);
  expect(readdirSync(folder).filter((name) => name.startsWith('lock-'))).toHaveLength(1);
  await second.end('SIGTERM');
  expect(readdirSync(folder).filter((name) => name.startsWith('lock-'))).toEqual([]);
});

test('a broken store is said to be broken and is not begun anew', async () => {
  const first = await start(['--test-meters', '1']);
  const path = join(folder, `${meterNumberOf(keyOf(first))}.meter`);
  await first.end('SIGTERM');
  const broken = readFileSync(path).fill(0x5a);
  writeFileSync(path, broken);
  const refused = await startAndEnd(['--state', folder, '--test-meters', '1']);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain(path);
  expect(readFileSync(path).equals(broken)).toBe(true);
});

test('on a full disk a meter takes nothing, says so, and loses nothing', async () => {
  const options = ['--test-meters', '1', '--profile', 'constant:0'];
  const first = await start(options);
  const key = keyOf(first);
  const number = meterNumberOf(key);
  const kept = creditTokenAt(key, { from: nextNoon(), minute: 1 }, 30);
  expect(await enter(first, number, kept)).toBe('Accept');
  await first.end('SIGTERM');
  const full = await start(options, { blocksMax: 1 });
  const token = creditTokenAt(key, { from: nextNoon(), minute: 2 }, 50);
  expect(await enter(full, number, token)).toBe('NotReady');
  expect(await full.picture(number)).toMatchObject({
    condition: 'storage_failed',
    credit: [{ credit: '3000' }],
    display: { primary: 'NOT READY' },
  });
  const pressed = await full.post(`/v1/meters/${number}/key`, { key: '1' });
  expect(pressed).toMatchObject({ status: 503, json: { code: 'meter_not_ready' } });
  await full.end('SIGTERM');
  const mended = await start(options);
  expect(await enter(mended, number, kept)).toBe('UsedError');
  expect(await enter(mended, number, token)).toBe('Accept');
  expect((await mended.picture(number)).credit).toEqual([{ service: 0, credit: '8000' }]);
});

const KILLS = 14;
const TENTHS = 10;

test('killed at any moment, it lost no credit that it showed as accepted', async () => {
  const seed = Number(process.env['WATTVEND_STORM_SEED'] ?? Date.now() % 1_000_000);
  console.log(`storm: WATTVEND_STORM_SEED=${seed}`);
  const chance = chanceFrom(seed);
  const options = ['--test-meters', '3', '--profile', 'constant:0', '--speed', '600'];
  const from = nextNoon();
  /** By meter: the minutes whose tokens were shown as accepted, and those that got no answer. */
  const accepted = [new Set<number>(), new Set<number>(), new Set<number>()];
  const unknown = [new Set<number>(), new Set<number>(), new Set<number>()];
  let minute = 0;
  let accepts = 0;
  for (let kill = 0; kill <= KILLS; kill += 1) {
    const emulator = await start(options);
    for (const [index, sure] of accepted.entries()) {
      const key = keyOf(emulator, index);
      const number = meterNumberOf(key);
      // What had no answer is known now: a meter took it or did not.
      for (const asked of unknown[index] ?? []) {
        const result = await enter(
          emulator,
          number,
          creditTokenAt(key, { from, minute: asked }, TENTHS),
        );
        expect(['Accept', 'UsedError'], `seed ${seed}`).toContain(result);
        sure.add(asked);
      }
      unknown[index]?.clear();
      const last = Math.max(...sure);
      if (sure.size > 0) {
        const again = await enter(
          emulator,
          number,
          creditTokenAt(key, { from, minute: last }, TENTHS),
        );
        expect(again, `seed ${seed}`).toBe('UsedError');
      }
      const { credit } = await emulator.picture(number);
      // A tenth is 100 Wh; nothing is used by a load of nothing.
      expect(credit, `seed ${seed}`).toEqual([
        { service: 0, credit: String(sure.size * TENTHS * 100) },
      ]);
    }
    if (kill === KILLS) break;
    const storm = accepted.map(async (sure, index) => {
      const key = keyOf(emulator, index);
      const number = meterNumberOf(key);
      for (;;) {
        minute += 1;
        const asked = minute;
        unknown[index]?.add(asked);
        const token = creditTokenAt(key, { from, minute: asked }, TENTHS);
        // A socket that breaks is the kill.
        const result = await enter(emulator, number, token).catch(() => null);
        if (result === null) return;
        expect(result, `seed ${seed}`).toBe('Accept');
        unknown[index]?.delete(asked);
        sure.add(asked);
        accepts += 1;
      }
    });
    await sleep(chance(60));
    await emulator.end('SIGKILL');
    await Promise.all(storm);
  }
  expect(accepts).toBeGreaterThan(KILLS);
});

test('the clock does not run back over a kill, and goes on at its speed', async () => {
  const options = ['--test-meters', '1', '--speed', '86400'];
  let before = '';
  for (let round = 0; round < 3; round += 1) {
    const emulator = await start(options);
    const number = meterNumberOf(keyOf(emulator));
    const begun = (await emulator.picture(number)).clock;
    expect(begun >= before).toBe(true);
    // A day of the street takes a second.
    await expect
      .poll(async () => Date.parse((await emulator.picture(number)).clock) - Date.parse(begun))
      .toBeGreaterThan(12 * 3_600_000);
    before = (await emulator.picture(number)).clock;
    await emulator.end('SIGKILL');
  }
});

/** Whole numbers from 0 to below a limit; mulberry32. */
function chanceFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
