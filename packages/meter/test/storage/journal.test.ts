/** The journal by hand: what is kept when, what recovery finds, and what decay comes to. */
import { accountUnits, measuredUnits, unitPrice } from '@wattvend/meter/account-units.js';
import {
  applyPatch,
  namesOfPatch,
  patchBetween,
  patchOfMembers,
} from '@wattvend/meter/changes-patch.js';
import { chainAfter, LOG_CAPACITY, LOG_CODES, type LogCode } from '@wattvend/meter/event-log.js';
import { encodeFrame, FRAME_HEADER_OCTETS } from '@wattvend/meter/frame.js';
import {
  commit,
  formatStore,
  isRoomFor,
  KEPT_AFTER,
  keepRunning,
  type MeterStore,
  type StoreStep,
} from '@wattvend/meter/journal.js';
import { type MemoryChanges, type MeterMemory, memoryWrite } from '@wattvend/meter/memory.js';
import { serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import {
  type MeterTariff,
  meterTariffFault,
  SINGLE_RATE_TARIFF,
} from '@wattvend/meter/meter-tariff.js';
import {
  type NonvolatileDevice,
  newDevice,
  performTornWrite,
  performWrite,
  writesWithinPages,
} from '@wattvend/meter/nonvolatile-device.js';
import { crc32OfOctets } from '@wattvend/meter/octet-checksum.js';
import {
  METER_EEPROM,
  METER_EEPROM_LARGE,
  type StoreGeometry,
  storeLayout,
} from '@wattvend/meter/store-layout.js';
import { openStore } from '@wattvend/meter/store-recovery.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { wattHours } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditToken, inventedMeter, NOON } from '../invented-meter.ts';

const LAYOUT = storeLayout(METER_EEPROM);

/** A meter with its device, changed in place. */
interface Bench {
  readonly device: NonvolatileDevice;
  store: MeterStore;
}

function newBench(memory: MeterMemory = inventedMeter()): Bench {
  const device = newDevice(METER_EEPROM);
  const formatted = formatStore(memory, METER_EEPROM);
  for (const write of formatted.deviceWrites) performWrite(device, write);
  return { device, store: formatted.store };
}

/** How many writes of the device a step came to. */
function take(bench: Bench, step: StoreStep): number {
  for (const write of step.deviceWrites) performWrite(bench.device, write);
  bench.store = step.store;
  return step.deviceWrites.length;
}

function use(bench: Bench, energy: number, now = NOON): number {
  const { memory } = bench.store;
  const changes = {
    creditRegister: wattHours(memory.creditRegister - energy),
    totalEnergyConsumed: wattHours(memory.totalEnergyConsumed + energy),
  };
  return take(bench, commit(bench.store, memoryWrite(memory, changes, { keep: 'running' }), now));
}

function credit(bench: Bench, minute: number): void {
  const { memory } = bench.store;
  const { writes } = applyToken(memory, creditToken(memory, minute), { now: NOON });
  expect(writes).toHaveLength(1);
  for (const write of writes) take(bench, commit(bench.store, write, NOON));
}

function change(bench: Bench, changes: MemoryChanges, ...codes: readonly LogCode[]): void {
  const events = codes.map((code) => ({ code }));
  const write = memoryWrite(bench.store.memory, changes, { now: NOON, events });
  take(bench, commit(bench.store, write, NOON));
}

/** What the meter finds; the name of the fault, if it is one. */
function found({ device }: Bench): MeterMemory | string {
  const opened = openStore(device.image, METER_EEPROM);
  return opened.kind === 'open' ? opened.memory : opened.kind === 'fault' ? opened.fault : 'blank';
}

function turn(bench: Bench): void {
  const { half } = bench.store.kept;
  while (bench.store.kept.half === half) use(bench, 100);
}

function flip(bench: Bench, address: number): void {
  bench.device.image[address] = (bench.device.image[address] ?? 0) ^ 4;
}

describe('what is kept when', () => {
  test('running changes wait for a hundred watt-hours', () => {
    const bench = newBench();
    expect(use(bench, 99)).toBe(0);
    expect(use(bench, 1)).toBeGreaterThan(0);
    expect(found(bench)).toEqual(bench.store.memory);
    expect(use(bench, 99)).toBe(0);
  });

  test.each([
    ['just before a quarter of an hour', KEPT_AFTER - 1, false],
    ['after it', KEPT_AFTER, true],
    ['when the clock was set back', -1, true],
  ])('%s', (_, passed, isKept) => {
    const bench = newBench();
    expect(use(bench, 1)).toBe(0);
    expect(use(bench, 1, instant(NOON + passed)) > 0).toBe(isKept);
  });

  test('in a currency they wait for a tenth of it', () => {
    const settings = inventedMeter().settings;
    const bench = newBench(
      inventedMeter('07', {
        registers: [{ service: 4, credit: 1_000_000n }],
        settings: { ...settings, accounting: { ...settings.accounting, mode: 'currency' } },
      }),
    );
    const spend = (units: bigint): number => {
      const { memory } = bench.store;
      const otherRegisters = memory.otherRegisters.map((register) => ({
        ...register,
        credit: register.credit - units,
        totalConsumed: register.totalConsumed + units,
      }));
      const write = memoryWrite(memory, { otherRegisters }, { keep: 'running' });
      return take(bench, commit(bench.store, write, NOON));
    };
    expect(spend(9999n)).toBe(0);
    expect(spend(1n)).toBeGreaterThan(0);
    expect(found(bench)).toEqual(bench.store.memory);
  });

  test('what is kept at once takes what gathered with it, in one record', () => {
    const bench = newBench();
    use(bench, 40);
    credit(bench, 1);
    expect(bench.store.gathered).toBeNull();
    // 10 kWh less 40 Wh.
    expect(bench.store.memory).toMatchObject({ creditRegister: 9960, generation: 2 });
    expect(found(bench)).toEqual(bench.store.memory);
  });

  test('with notice nothing is lost, and without it only energy, for the customer', () => {
    const bench = newBench();
    credit(bench, 1);
    use(bench, 60);
    expect(found(bench)).toMatchObject({ creditRegister: 10_000 });
    expect(take(bench, keepRunning(bench.store))).toBeGreaterThan(0);
    expect(found(bench)).toEqual(bench.store.memory);
    expect(take(bench, keepRunning(bench.store))).toBe(0);
  });

  test('a write of another generation is refused', () => {
    const { store } = newBench();
    const write = { ...memoryWrite(store.memory, {}), generation: 2 };
    expect(() => commit(store, write, NOON)).toThrow(RangeError);
  });
});

describe('recovery', () => {
  test('a device never written is blank, and one of another size is refused', () => {
    const { image } = newDevice(METER_EEPROM);
    expect(openStore(image, METER_EEPROM)).toEqual({ kind: 'blank' });
    expect(() => openStore(image.subarray(1), METER_EEPROM)).toThrow(RangeError);
  });

  test('finds what was kept, over many laps of the journal', () => {
    const bench = newBench();
    for (let minute = 1; minute <= 120; minute++) {
      credit(bench, minute);
      use(bench, minute);
      take(bench, keepRunning(bench.store));
      const opened = openStore(bench.device.image, METER_EEPROM);
      if (opened.kind !== 'open') throw new Error(opened.kind);
      expect(opened.repairs).toEqual([]);
      expect(opened.memory).toEqual(bench.store.memory);
      expect(opened.store).toEqual(bench.store);
    }
    // 120 x 10 kWh, less 1 + 2 + ... + 120 = 7260 Wh.
    expect(bench.store.memory.creditRegister).toBe(1_200_000 - 7260);
  });

  test('formatting a used device leaves nothing of the meter before', () => {
    const bench = newBench();
    for (let minute = 1; minute <= 30; minute++) credit(bench, minute);
    const memory = inventedMeter('11');
    for (const write of formatStore(memory, METER_EEPROM).deviceWrites) {
      performWrite(bench.device, write);
    }
    expect(found(bench)).toEqual(memory);
  });
});

describe('decay', () => {
  test('of the newest checkpoint: the other one leads to the same, and it is written anew', () => {
    const bench = newBench();
    turn(bench);
    credit(bench, 1);
    flip(bench, LAYOUT.checkpoints[1] + 100);
    const opened = openStore(bench.device.image, METER_EEPROM);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(opened.memory).toEqual(bench.store.memory);
    for (const write of opened.repairs) performWrite(bench.device, write);
    bench.store = opened.store;
    expect(found(bench)).toEqual(opened.memory);
    // The one that was written anew now carries the meter alone.
    const image = bench.device.image.slice();
    flip(bench, LAYOUT.checkpoints[0] + 100);
    expect(found(bench)).toEqual(opened.memory);
    bench.device.image.set(image);
    credit(bench, 2);
    turn(bench);
    expect(found(bench)).toEqual(bench.store.memory);
  });

  test('of the older checkpoint: nothing', () => {
    const bench = newBench();
    turn(bench);
    flip(bench, LAYOUT.checkpoints[0] + 100);
    expect(found(bench)).toEqual(bench.store.memory);
  });

  test('of both checkpoints: a fault', () => {
    const bench = newBench();
    turn(bench);
    for (const checkpoint of LAYOUT.checkpoints) flip(bench, checkpoint + 100);
    expect(found(bench)).toBe('no-checkpoint');
  });

  test('of a record among others, or of the last one that logged: a fault', () => {
    const middle = newBench();
    for (let minute = 1; minute <= 3; minute++) credit(middle, minute);
    flip(middle, LAYOUT.journals[0] + 30);
    expect(found(middle)).toBe('gap');
    const energy = newBench();
    for (let record = 0; record < 3; record++) use(energy, 100);
    flip(energy, LAYOUT.journals[0] + 30);
    expect(found(energy)).toBe('gap');
    const last = newBench();
    credit(last, 1);
    flip(last, LAYOUT.journals[0] + 30);
    expect(found(last)).toBe('gap');
  });

  test('of any octet: the same meter or a fault; of the last record without an entry, the one before', () => {
    const bench = newBench();
    turn(bench);
    for (let minute = 1; minute <= 3; minute++) credit(bench, minute);
    const before = bench.store.memory;
    change(bench, { isTampered: true });
    const after = bench.store.memory;
    const written = [...bench.device.cycles.entries()].filter(([, cycles]) => cycles > 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...written.map(([page]) => page)),
        fc.nat({ max: METER_EEPROM.pageSize - 1 }),
        fc.nat({ max: 7 }),
        (page, at, bit) => {
          const image = bench.device.image.slice();
          const address = page * METER_EEPROM.pageSize + at;
          image[address] = (image[address] ?? 0) ^ (1 << bit);
          const opened = openStore(image, METER_EEPROM);
          if (opened.kind === 'open') expect([before, after]).toContainEqual(opened.memory);
          else expect(opened).toEqual({ kind: 'fault', fault: 'gap' });
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['no JSON', '{', 'unreadable'],
    ['no patch', '{"c":[]}', 'unreadable'],
    ['a member that is none', '{"c":{"s":{"colour":1}}}', 'unreadable'],
    ['a patch within what is not there', '{"c":{"w":{"colour":{}}}}', 'unreadable'],
    ['an entry that is none', '{"c":{},"l":[{"number":1}]}', 'unreadable'],
    ['books that do not balance', '{"c":{"s":{"credit_register_wh":1}}}', 'inconsistent'],
    ['a key too short', '{"c":{"s":{"decoder_key_hex":"00"}}}', 'inconsistent'],
  ])('a sound record that says %s is a fault', (_, payload, fault) => {
    const bench = newBench();
    const octets = encodeFrame('record', { previous: 0, generation: 1, payload });
    for (const write of writesWithinPages(LAYOUT.journals[0], octets, METER_EEPROM.pageSize)) {
      performWrite(bench.device, write);
    }
    expect(found(bench)).toBe(fault);
  });

  test('a sound checkpoint that is no meter is a fault', () => {
    const bench = newBench();
    const octets = encodeFrame('checkpoint', { previous: 9, generation: 9, payload: '{}' });
    for (const write of writesWithinPages(0, octets, 128)) performWrite(bench.device, write);
    expect(found(bench)).toBe('unreadable');
  });
});

describe('the event log', () => {
  test('keeps the latest of each book, and neither washes out the other', () => {
    const bench = newBench();
    change(bench, {}, 'tamper-began', 'power-failed', 'tamper-ended');
    for (let count = 0; count < 250; count++) change(bench, {}, 'power-failed');
    const opened = openStore(bench.device.image, METER_EEPROM);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    // 253 in all: the two of the security book, and the last hundred of the supply book.
    const supply = Array.from({ length: LOG_CAPACITY.supply }, (_, index) => 154 + index);
    expect(opened.log.map(({ number }) => number)).toEqual([1, 3, ...supply]);
    expect(opened.log.slice(2).every(({ code }) => LOG_CODES[code] === 'supply')).toBe(true);
  });

  test('of both books proves that it is whole, across checkpoints', () => {
    const bench = newBench();
    for (let count = 0; count < 99; count++) {
      change(bench, {}, count % 2 === 0 ? 'power-failed' : 'tamper-began');
    }
    const opened = openStore(bench.device.image, METER_EEPROM);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    const chain = opened.log.reduce(chainAfter, '00000000');
    expect({ count: opened.log.length, chain }).toEqual(opened.memory.log);
  });
});

test('a slot torn over an older entry is not read as a third one', () => {
  const bench = newBench();
  const failed = (detail: string): StoreStep => {
    const events = [{ code: 'power-failed', detail }] as const;
    return commit(bench.store, memoryWrite(bench.store.memory, {}, { now: NOON, events }), NOON);
  };
  // The ring is full, and the next slot holds entry 101 of the same length.
  for (let count = 0; count < 200; count++) take(bench, failed('OLD'));
  const step = failed('NEW');
  for (const write of step.deviceWrites.slice(0, -1)) performWrite(bench.device, write);
  const slot = step.deviceWrites.at(-1);
  if (slot === undefined) throw new Error('nothing is written');
  // Magic, length and "201 " are new, and all behind them old.
  performTornWrite(bench.device, slot, { kind: 'torn', at: 5, octet: ' '.charCodeAt(0) });
  const opened = openStore(bench.device.image, METER_EEPROM);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(opened.log.at(-1)).toMatchObject({ number: 201, detail: 'NEW' });
  expect(opened.log).toHaveLength(100);
  expect(opened.repairs).toHaveLength(1);
});

describe('room', () => {
  const days = Array.from({ length: 32 }, () => ({
    switches: Array.from({ length: 48 }, (_, slot) => ({ minute: slot * 30, rate: 0 })),
  }));
  const tariff = { ...SINGLE_RATE_TARIFF, days };

  test('the largest tariff fits the large device and not the common one', () => {
    const memory = inventedMeter('07', { tariff });
    expect(isRoomFor(memory, METER_EEPROM)).toBe(false);
    expect(isRoomFor(memory, METER_EEPROM_LARGE)).toBe(true);
    expect(() => formatStore(memory, METER_EEPROM)).toThrow(RangeError);
  });

  test('two of the largest, and all else a meter takes, fit the large device for ever', () => {
    const digits = { month: 12, day: 31 } as const;
    const largest: MeterTariff = {
      name: 'X'.repeat(16),
      utcOffsetMinutes: -840,
      rates: Array.from({ length: 8 }, () => ({
        name: 'X'.repeat(8),
        prices: Array.from({ length: 8 }, () => unitPrice(100_000_000)),
      })),
      stepsFrom: Array.from({ length: 8 }, (_, step) => measuredUnits(step * 1e15)),
      seasons: Array.from({ length: 12 }, (_, at) => ({ month: at + 1, day: 28, week: 11 })),
      weeks: Array.from({ length: 12 }, () => ({ days: [31, 31, 31, 31, 31, 31, 31] })),
      days: Array.from({ length: 32 }, () => ({
        switches: Array.from({ length: 48 }, (_, slot) => ({
          minute: slot === 0 ? 0 : 1_000 + slot,
          rate: 7,
        })),
      })),
      specialDays: Array.from({ length: 64 }, () => ({ year: 2099, ...digits, dayProfile: 31 })),
    };
    expect(meterTariffFault(largest)).toBeNull();
    const made = inventedMeter('11', { tariff: largest });
    const memory: MeterMemory = {
      ...made,
      accounting: {
        ...made.accounting,
        passiveTariff: { tariff: largest, activateAt: NOON },
        priceSchedule: Array.from({ length: 48 }, (_, at) => ({
          from: instant(NOON + at),
          price: unitPrice(100_000_000),
        })),
        charges: Array.from({ length: 8 }, (_, at) => ({
          name: `${'X'.repeat(15)}${at}`,
          kind: 'debt' as const,
          perDay: accountUnits(1e12),
          proportion: 1_250,
          remaining: accountUnits(9e15),
          totalCollected: accountUnits(9e15),
        })),
      },
    };
    expect(isRoomFor(memory, METER_EEPROM_LARGE)).toBe(true);
    // A tenth of the checkpoint is left for what else grows.
    expect(serialiseMeterMemory(memory).length).toBeLessThan(
      METER_EEPROM_LARGE.checkpointOctets * 0.9,
    );
  });

  test('a change that does not fit is refused by a bug of the caller alone', () => {
    const { store } = newBench();
    const accounting = { ...store.memory.accounting, tariff };
    const write = memoryWrite(store.memory, { accounting });
    expect(() => commit(store, write, NOON)).toThrow(RangeError);
  });

  test('a device without room for a store is refused', () => {
    const small: StoreGeometry = { size: 32_768, pageSize: 128, checkpointOctets: 4096 };
    expect(() => storeLayout(small)).toThrow(RangeError);
  });

  test('the parts lie one behind the other, at bounds of pages', () => {
    const { checkpoints, journals, journalPages, logs, logSlotOctets } = LAYOUT;
    const journal = journalPages * 128;
    expect(checkpoints).toEqual([0, 6144]);
    expect(journals).toEqual([12_288, 12_288 + journal]);
    expect(12_288 + 2 * journal).toBeLessThanOrEqual(logs.security);
    // 300 slots of one page are 38 400 octets.
    expect(logs).toEqual({ security: 65_536 - 38_400, supply: 65_536 - 12_800 });
    expect(logSlotOctets).toBe(128);
  });
});

describe('the device', () => {
  const write = { address: 2, octets: Uint8Array.of(1, 2, 3, 4) };

  test.each([
    ['lost', { kind: 'lost' } as const, [255, 255, 255, 255, 255, 255, 255, 255]],
    ['torn', { kind: 'torn', at: 1, octet: 7 } as const, [255, 255, 1, 7, 255, 255, 255, 255]],
    ['flipped', { kind: 'flipped', at: 2, bit: 0 } as const, [255, 255, 1, 2, 254, 255, 255, 255]],
    ['scattered', { kind: 'scattered' } as const, [255, 255, 1, 255, 3, 255, 255, 255]],
  ])('a write that is %s', (_, tear, expected) => {
    const device = newDevice({ size: 16, pageSize: 8 });
    performTornWrite(device, write, tear);
    expect([...device.image.subarray(0, 8)]).toEqual(expected);
  });

  test('an erased page is erased whole and no other', () => {
    const device = newDevice({ size: 16, pageSize: 8 });
    device.image.fill(0);
    performTornWrite(device, write, { kind: 'erased' });
    expect([...device.image]).toEqual([...Array(8).fill(255), ...Array(8).fill(0)]);
  });

  test('each write wears its page', () => {
    const device = newDevice({ size: 16, pageSize: 8 });
    performWrite(device, write);
    performTornWrite(device, write, { kind: 'torn', at: 0, octet: 0 });
    performTornWrite(device, write, { kind: 'lost' });
    expect([...device.cycles]).toEqual([2, 0]);
  });

  test.each([
    ['across two pages', 6, 4],
    ['beyond the device', 14, 4],
    ['of nothing', 2, 0],
    ['before the device', -1, 1],
  ])('a write %s is refused', (_, address, length) => {
    const device = newDevice({ size: 16, pageSize: 8 });
    const octets = new Uint8Array(length);
    expect(() => performWrite(device, { address, octets })).toThrow(RangeError);
  });

  test('octets are cut at the bounds of pages', () => {
    const writes = writesWithinPages(6, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 8);
    expect(writes.map(({ address, octets }) => [address, [...octets]])).toEqual([
      [6, [1, 2]],
      [8, [3, 4, 5, 6, 7, 8, 9, 10]],
      [16, [11]],
    ]);
  });
});

test('the checksum is that of IEEE 802.3: its check value, also in two parts', () => {
  const octets = Uint8Array.from('123456789', (digit) => digit.charCodeAt(0));
  expect(crc32OfOctets(octets, 0, 9)).toBe(0xcb_f4_39_26);
  expect(crc32OfOctets(octets, 4, 9, crc32OfOctets(octets, 0, 4))).toBe(0xcb_f4_39_26);
});

test('a frame by hand', () => {
  const octets = encodeFrame('record', { previous: 258, generation: 259, payload: '{}' });
  expect(octets).toHaveLength(FRAME_HEADER_OCTETS + 2);
  expect([...octets.subarray(0, 18)]).toEqual([
    ...[0xa5, 0xd0, 1],
    ...[0, 0, 0, 0, 1, 2],
    ...[0, 0, 0, 0, 1, 3],
    ...[0, 0, 2],
  ]);
  expect(() => encodeFrame('record', { previous: 0, generation: 1, payload: 'ü' })).toThrow(
    RangeError,
  );
});

describe('patches', () => {
  const object = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', '__proto__'),
    fc.jsonValue({ maxDepth: 3 }),
  );

  test('a patch leads from one object to the other', () => {
    fc.assert(
      fc.property(object, object, (left, right) => {
        const before = JSON.parse(JSON.stringify(left));
        const after = JSON.parse(JSON.stringify(right));
        const patch = JSON.parse(JSON.stringify(patchBetween(before, after)));
        expect(applyPatch(before, patch)).toEqual(after);
      }),
    );
  });

  test('what is alike is not said', () => {
    const before = { a: 1, b: { c: [1, 2], d: { e: null } }, f: 'x' };
    expect(patchBetween(before, before)).toEqual({});
    const after = { a: 1, b: { c: [1, 3], d: { e: null } } };
    expect(patchBetween(before, after)).toEqual({ w: { b: { s: { c: [1, 3] } } }, g: ['f'] });
    expect(patchOfMembers(before, { a: 2 })).toEqual({ s: { a: 2 } });
    expect(namesOfPatch({ s: { a: 1 }, w: { b: {} }, g: ['c'] })).toEqual(['a', 'b', 'c']);
  });
});
