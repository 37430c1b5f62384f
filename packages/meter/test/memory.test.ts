import { crc32 } from 'node:zlib';
import { creditUnits, servicesOf } from '@wattvend/meter/credit.js';
import { LOG_EMPTY } from '@wattvend/meter/event-log.js';
import {
  applyWrite,
  ELECTRICITY_MAXIMUM,
  GENERATION_MAX,
  isBalanced,
  MEMORY_FORMAT,
  type MemoryWrite,
  type MeterMemory,
  memoryWrite,
  TOKEN_IDENTIFIER_STORE_SIZE,
} from '@wattvend/meter/memory.js';
import {
  meterMemoryRecord,
  parseMeterMemory,
  serialiseMeterMemory,
} from '@wattvend/meter/memory-record.js';
import type { Service } from '@wattvend/meter/services.js';
import { RESIDENTIAL, WATER } from '@wattvend/meter/settings-profiles.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { wattHours, watts } from '@wattvend/quantities/energy.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import { keyChangeSections } from '@wattvend/sts/key-change.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  creditToken,
  ENCRYPTION_ALGORITHMS,
  enter,
  INVENTED_KEYS,
  inventedMeter,
  MANUFACTURED,
  minute,
  NOON,
  tokenFor,
} from './invented-meter.ts';

function afterWrites(memory: MeterMemory, writes: readonly MemoryWrite[]) {
  return writes.reduce(applyWrite, memory);
}

/** The registers alone fall, as in a memory of an earlier format, which had nothing else that could. */
function used(memory: MeterMemory, energy: number): readonly MemoryWrite[] {
  const creditRegister = wattHours(memory.creditRegister - energy);
  const totalEnergyConsumed = wattHours(memory.totalEnergyConsumed + energy);
  return [memoryWrite(memory, { creditRegister, totalEnergyConsumed })];
}

function usedMeter(): MeterMemory {
  const meter = inventedMeter('07', { settings: RESIDENTIAL });
  const credited = afterWrites(
    meter,
    applyToken(meter, creditToken(meter, 7), { now: NOON }).writes,
  );
  return afterWrites(credited, used(credited, 321));
}

/** The same as a program of an earlier format left it. */
function olderMeter(): MeterMemory {
  return { ...usedMeter(), lastCredit: null, log: LOG_EMPTY };
}

/** A meter with something in every member of its memory that format 2 had. */
function busyMeter(): MeterMemory {
  const meter = inventedMeter('11', {
    tokenCarrierType: '07',
    keyChangeTimeout: milliseconds(1_000),
    maximumPowerLimit: watts(5_000),
    maximumPhasePowerUnbalanceLimit: watts(0),
    isTampered: true,
    registers: [
      { service: 4, credit: -(10n ** 40n), maximum: 10n ** 60n },
      { service: 0, credit: 500n },
      { service: 1, credit: 7n },
    ],
  });
  const sections = keyChangeSections({
    decoderKey: DecoderKey.fromHex('f0e0d0c0b0a090807060504030201000'),
    keyType: 2,
    keyRevisionNumber: keyRevisionNumber(2),
    keyExpiryNumber: keyExpiryNumber(255),
    tariffIndex: tariffIndex('01'),
    supplyGroupCode: supplyGroupCode('123456'),
    rollover: false,
  });
  const clear = tokenFor(meter, {
    tokenClass: 2,
    subclass: 1,
    name: 'clearCredit',
    ...minute(1),
    register: 0xffff,
  });
  const typed = sections.slice(0, 3).map((section) => tokenFor(meter, section));
  return enter(meter, clear, ...typed.toReversed()).memory;
}

/** The objects of a list in a record, to be altered. */
function objectsIn(list: unknown): readonly Record<string, unknown>[] {
  return list as readonly Record<string, unknown>[];
}

test('the checksum is the CRC-32 that zlib computes over the text before it', () => {
  for (const memory of [usedMeter(), busyMeter()]) {
    const { checksum, ...values } = meterMemoryRecord(memory);
    const expected = crc32(JSON.stringify(values));
    expect(checksum).toBe(expected.toString(16).padStart(8, '0'));
  }
});

test('the memory of an electricity meter that was told nothing is stored as small as before', () => {
  expect(Object.keys(meterMemoryRecord(olderMeter()))).toEqual(Object.keys(FORMAT_1));
});

// Written by the program that still had format 1, after a token and some consumption. A meter like
// this hangs in somebody's browser.
const FORMAT_1 = {
  format: 1,
  generation: 2,
  meter_pan: '600727123456789030',
  encryption_algorithm: '07',
  decoder_key_hex: '0123456789abcdef',
  key_type: 2,
  supply_group_code: '123456',
  tariff_index: '01',
  key_revision_number: 1,
  key_expiry_number: 255,
  base_date: 2014,
  token_identifier_store: [...Array.from({ length: 49 }, () => 6_000_000), 6_000_007],
  credit_register_wh: 9_679,
  credit_maximum_wh: 9_999_999_900,
  total_energy_accepted_wh: 10_000,
  total_energy_consumed_wh: 321,
  checksum: 'dda3bc48',
};

describe('a record of format 1', () => {
  test('keeps its credit, and is of the new format from the next write on', () => {
    const parsed = parseMeterMemory(JSON.stringify(FORMAT_1));
    expect(parsed).toEqual({ kind: 'memory', memory: olderMeter() });
    if (parsed.kind === 'fault') return;
    expect(parsed.memory.creditRegister).toBe(9_679);
    const { results, memory } = enter(parsed.memory, creditToken(parsed.memory, 8));
    expect(results).toEqual(['Accept']);
    expect(memory.creditRegister).toBe(19_679);
    expect(meterMemoryRecord(memory)).toMatchObject({ format: MEMORY_FORMAT, generation: 3 });
  });

  test('is no other meter when it was altered, and has nothing that came later', () => {
    for (const [altered, fault] of [
      [{ credit_register_wh: 9_680 }, 'checksum'],
      [{ is_tampered: true }, 'value-out-of-range'],
      [{ total_energy_forfeited_wh: 1 }, 'value-out-of-range'],
      [{ format: 2 }, 'checksum'],
    ] as const) {
      expect(parseMeterMemory({ ...FORMAT_1, ...altered })).toEqual({ kind: 'fault', fault });
    }
  });
});

describe('a common key', () => {
  // A record of format 1 as its program closed it: the checksum is over the values alone.
  const closed = ({ checksum: _, ...values }: typeof FORMAT_1) => ({
    ...values,
    checksum: crc32(JSON.stringify(Object.values(values)))
      .toString(16)
      .padStart(8, '0'),
  });

  test('is for meters with magnetic cards alone', () => {
    for (const tokenCarrierType of ['02', '07', '08'] as const) {
      expect(() => inventedMeter('07', { keyType: 3, tokenCarrierType })).toThrow(RangeError);
      const stored = meterMemoryRecord({ ...usedMeter(), keyType: 3, tokenCarrierType });
      expect(parseMeterMemory(stored)).toEqual({ kind: 'fault', fault: 'value-out-of-range' });
    }
    expect(() => inventedMeter('07', { keyType: 3 })).toThrow(RangeError);
    const memory = inventedMeter('07', { keyType: 3, tokenCarrierType: '01' });
    expect(parseMeterMemory(meterMemoryRecord(memory))).toEqual({ kind: 'memory', memory });
  });

  test('in a record of format 1 makes it a meter with cards, which keeps its credit', () => {
    expect(closed(FORMAT_1)).toEqual(FORMAT_1);
    const parsed = parseMeterMemory(closed({ ...FORMAT_1, key_type: 3 }));
    const memory = { ...olderMeter(), keyType: 3, tokenCarrierType: '01' } as const;
    expect(parsed).toEqual({ kind: 'memory', memory });
    expect(parseMeterMemory(meterMemoryRecord(memory))).toEqual({ kind: 'memory', memory });
    const foreign = { ...closed({ ...FORMAT_1, key_type: 3 }), token_carrier_type: '01' };
    expect(parseMeterMemory(foreign)).toEqual({ kind: 'fault', fault: 'value-out-of-range' });
  });
});

test.each([
  [{ creditRegister: 5_000, totalEnergyAccepted: 5_000, creditMaximum: 5_000 }],
  [{ creditMaximum: 1 }],
  [{ creditRegister: -1, totalEnergyConsumed: 1 }],
  [{ totalEnergyAccepted: 1, totalEnergyConsumed: 1 }],
  [{ totalEnergyAccepted: 1, totalEnergyForfeited: 1 }],
  [{ totalEnergyConsumed: 1, totalEnergyForfeited: -1 }],
])('a meter that does not sell electricity has none: %o', (books) => {
  const registers = [{ service: 1, credit: 5n }] as const;
  const memory = inventedMeter('07', { registers, settings: WATER });
  expect(parseMeterMemory(meterMemoryRecord(memory))).toEqual({ kind: 'memory', memory });
  const stored = meterMemoryRecord({ ...memory, ...(books as object) });
  expect(parseMeterMemory(stored)).toEqual({ kind: 'fault', fault: 'value-out-of-range' });
});

test('the last generation is read and has no next, and none comes after it', () => {
  const memory = { ...usedMeter(), generation: GENERATION_MAX - 1 };
  const [write] = used(memory, 1);
  if (write === undefined) throw new Error('no write');
  const last = applyWrite(memory, write);
  expect(last.generation).toBe(Number.MAX_SAFE_INTEGER - 1);
  expect(parseMeterMemory(meterMemoryRecord(last))).toEqual({ kind: 'memory', memory: last });
  expect(() => memoryWrite(last, {})).toThrow(RangeError);
  const beyond = meterMemoryRecord({ ...memory, generation: Number.MAX_SAFE_INTEGER });
  expect(parseMeterMemory(beyond)).toEqual({ kind: 'fault', fault: 'value-out-of-range' });
});

test('a member that was never written makes it no memory of ours', () => {
  const written = meterMemoryRecord(busyMeter());
  const [register, ...registers] = objectsIn(written['other_registers']);
  const [token, ...tokens] = objectsIn(written['key_change_tokens']);
  for (const stored of [
    { ...FORMAT_1, note: '' },
    { ...meterMemoryRecord(usedMeter()), note: '' },
    // Left out, because it is as on the simplest meter.
    { ...meterMemoryRecord(usedMeter()), is_tampered: false },
    { ...written, other_registers: [{ ...register, note: '' }, ...registers] },
    { ...written, key_change_tokens: [{ ...token, note: '' }, ...tokens] },
    serialiseMeterMemory(usedMeter()).replace('{', '{"__proto__":{},'),
  ]) {
    expect(parseMeterMemory(stored)).toEqual({ kind: 'fault', fault: 'value-out-of-range' });
  }
  // The order of the members is nothing, because an answer on the wire need not keep it.
  const turned = Object.fromEntries(Object.entries(written).toReversed());
  expect(parseMeterMemory(turned)).toEqual({ kind: 'memory', memory: busyMeter() });
});

test('a new meter has no credit and remembers the minute of its manufacture fifty times', () => {
  for (const algorithm of ENCRYPTION_ALGORITHMS) {
    const memory = inventedMeter(algorithm);
    expect(memory.creditRegister).toBe(0);
    expect(memory.creditMaximum).toBe(9_999_999_900);
    expect(memory.decoderKey).toBe(INVENTED_KEYS[algorithm]);
    expect(memory.tokenIdentifierStore).toHaveLength(TOKEN_IDENTIFIER_STORE_SIZE);
    expect(new Set(memory.tokenIdentifierStore)).toEqual(new Set([MANUFACTURED]));
    expect(isBalanced(memory)).toBe(true);
  }
});

test('a meter that could not work is not made', () => {
  const key16 = DecoderKey.fromHex(INVENTED_KEYS['11']);
  const key8 = DecoderKey.fromHex(INVENTED_KEYS['07']);
  expect(() => inventedMeter('07', { decoderKey: key16 })).toThrow(RangeError);
  expect(() => inventedMeter('11', { decoderKey: key8 })).toThrow(RangeError);
  expect(() => inventedMeter('07', { manufacturedAt: instant(0) })).toThrow(RangeError);
  expect(() => inventedMeter('07', { baseDate: 1993, manufacturedAt: instant(2e12) })).toThrow(
    RangeError,
  );
  for (const registers of [
    [{ service: 0, maximum: -1n }],
    [{ service: 0, maximum: ELECTRICITY_MAXIMUM + 1n }],
    [{ service: 4, maximum: 10n ** 60n + 1n }],
    [{ service: 1, maximum: 5n, credit: 6n }],
    [{ service: 2 }, { service: 2 }],
  ] as const) {
    expect(() => inventedMeter('07', { registers })).toThrow(RangeError);
  }
});

test('a new meter has the registers, credit and debts of its order', () => {
  const memory = inventedMeter('07', {
    registers: [
      { service: 7, credit: -3n },
      { service: 0, credit: -2n, maximum: ELECTRICITY_MAXIMUM },
      { service: 2, credit: 9n, maximum: 9n },
    ],
  });
  expect(servicesOf(memory)).toEqual([0, 2, 7]);
  expect(memory).toMatchObject({ creditRegister: -200, totalEnergyConsumed: 200 });
  expect([0, 1, 2, 7].map((service) => creditUnits(memory, service as Service))).toEqual([
    -2n,
    null,
    9n,
    -3n,
  ]);
  expect(isBalanced(memory)).toBe(true);
  const unbalanced = memory.otherRegisters.map((one) => ({ ...one, credit: one.credit + 1n }));
  expect(isBalanced({ ...memory, otherRegisters: unbalanced })).toBe(false);
});

test('a part of a unit counts as none, also below zero', () => {
  const memory = { ...inventedMeter(), creditRegister: wattHours(199) };
  expect(creditUnits(memory, 0)).toBe(1n);
  expect(creditUnits({ ...memory, creditRegister: wattHours(-1) }, 0)).toBe(-1n);
});

test('the store begins with the identifiers of the order, the largest of them', () => {
  const tokenIdentifiers = Array.from({ length: 60 }, (_, at) => tokenIdentifier(7_000_000 - at));
  const memory = inventedMeter('07', { tokenIdentifiers });
  expect(memory.tokenIdentifierStore).toEqual(tokenIdentifiers.slice(0, 50).toReversed());
  const two = inventedMeter('07', { tokenIdentifiers: tokenIdentifiers.slice(0, 2) });
  expect(two.tokenIdentifierStore.slice(-3)).toEqual([MANUFACTURED, 6_999_999, 7_000_000]);
});

test('a write fits the generation it was made from and no other', () => {
  const memory = inventedMeter();
  const write = memoryWrite(memory, { totalEnergyAccepted: wattHours(5) });
  const written = applyWrite(memory, write);
  expect(written).toEqual({ ...memory, generation: 1, totalEnergyAccepted: 5 });
  expect(() => applyWrite(written, write)).toThrow(RangeError);
});

test('a stored memory is read back as it was, as text and as an object', () => {
  for (const memory of [
    ...ENCRYPTION_ALGORITHMS.map((ea) => inventedMeter(ea)),
    usedMeter(),
    busyMeter(),
  ]) {
    expect(parseMeterMemory(serialiseMeterMemory(memory))).toEqual({ kind: 'memory', memory });
    expect(parseMeterMemory(meterMemoryRecord(memory))).toEqual({ kind: 'memory', memory });
  }
});

test('a memory in debt is read back as it was', () => {
  const meter = inventedMeter();
  const memory = afterWrites(meter, used(meter, 2));
  expect(parseMeterMemory(serialiseMeterMemory(memory))).toEqual({ kind: 'memory', memory });
});

test('a memory torn at any character is a fault', () => {
  const text = serialiseMeterMemory(usedMeter());
  for (let length = 0; length < text.length; length++) {
    expect(parseMeterMemory(text.slice(0, length))).toEqual({ kind: 'fault', fault: 'not-json' });
  }
});

test('a memory overwritten by another up to any character is one of the two or a fault', () => {
  const before = usedMeter();
  const writes = applyToken(before, creditToken(before, 8), { now: NOON }).writes;
  const after = afterWrites(before, writes);
  const oldText = serialiseMeterMemory(before);
  const newText = serialiseMeterMemory(after);
  for (let length = 0; length <= newText.length; length++) {
    const parsed = parseMeterMemory(newText.slice(0, length) + oldText.slice(length));
    if (parsed.kind === 'memory') expect([before, after]).toContainEqual(parsed.memory);
  }
});

test('a memory with any one character replaced is the same memory or a fault', () => {
  const memory = usedMeter();
  const text = serialiseMeterMemory(memory);
  for (let at = 0; at < text.length; at++) {
    for (const character of ['0', '1', '9', '-', 'a', '"', ' ']) {
      const parsed = parseMeterMemory(text.slice(0, at) + character + text.slice(at + 1));
      if (parsed.kind === 'memory') expect(parsed.memory).toEqual(memory);
    }
  }
});

const record = meterMemoryRecord(usedMeter());
const foreign: readonly [string, unknown, string][] = [
  ['no text', '', 'not-json'],
  ['a word', 'hello', 'not-json'],
  ['null', 'null', 'not-a-meter-memory'],
  ['nothing', undefined, 'not-json'],
  ['a number', 42, 'not-a-meter-memory'],
  ['a list', [record], 'not-a-meter-memory'],
  ['an empty object', {}, 'not-a-meter-memory'],
  ['a format of tomorrow', { ...record, format: 4 }, 'unknown-format'],
  ['no generation', { ...record, generation: undefined }, 'value-out-of-range'],
  ['a wrong check digit', { ...record, meter_pan: '600727123456789031' }, 'value-out-of-range'],
  ['no such algorithm', { ...record, encryption_algorithm: '10' }, 'value-out-of-range'],
  ['a long key', { ...record, decoder_key_hex: INVENTED_KEYS['11'] }, 'value-out-of-range'],
  ['a half octet', { ...record, decoder_key_hex: '0123456789abcde' }, 'value-out-of-range'],
  ['key type 4', { ...record, key_type: 4 }, 'value-out-of-range'],
  ['a short SGC', { ...record, supply_group_code: '12345' }, 'value-out-of-range'],
  ['TI as a number', { ...record, tariff_index: 1 }, 'value-out-of-range'],
  ['KRN 0', { ...record, key_revision_number: 0 }, 'value-out-of-range'],
  ['KEN 256', { ...record, key_expiry_number: 256 }, 'value-out-of-range'],
  ['base date 2000', { ...record, base_date: 2000 }, 'value-out-of-range'],
  ['a short store', { ...record, token_identifier_store: [] }, 'value-out-of-range'],
  [
    'a store out of order',
    { ...record, token_identifier_store: usedMeter().tokenIdentifierStore.toReversed() },
    'value-out-of-range',
  ],
  ['a fraction', { ...record, credit_register_wh: 0.5 }, 'value-out-of-range'],
  ['above the maximum', { ...record, credit_maximum_wh: 1 }, 'value-out-of-range'],
  ['a negative total', { ...record, total_energy_consumed_wh: -1 }, 'value-out-of-range'],
  ['more credit', { ...record, credit_register_wh: usedMeter().creditRegister + 1 }, 'checksum'],
  ['no checksum', { ...record, checksum: undefined }, 'checksum'],
  [
    'books that do not balance',
    meterMemoryRecord({ ...usedMeter(), creditRegister: wattHours(1) }),
    'unbalanced',
  ],
];

const busy = meterMemoryRecord(busyMeter());
const [water, account] = objectsIn(busy['other_registers']);
const [first, second, third] = objectsIn(busy['key_change_tokens']);
const foreignBusy: readonly [string, unknown][] = [
  ['a register of electricity', { other_registers: [{ ...water, service: 0 }, account] }],
  ['a register twice', { other_registers: [water, water] }],
  ['registers out of order', { other_registers: [account, water] }],
  ['a number with a leading zero', { other_registers: [{ ...water, credit: '07' }, account] }],
  ['credit above the maximum', { other_registers: [{ ...water, maximum: '-1' }, account] }],
  ['carrier 03', { token_carrier_type: '03' }],
  ['a limit below zero', { maximum_power_limit_w: -1 }],
  ['an unbalance limit below zero', { maximum_phase_power_unbalance_limit_w: -1 }],
  ['half tampered', { is_tampered: 1 }],
  ['half electric', { takes_electricity: 1 }],
  ['a time-out below zero', { key_change_timeout_ms: -1 }],
  ['sections out of order', { key_change_tokens: [second, first, third] }],
  ['a section twice', { key_change_tokens: [first, first] }],
  [
    'a section of another key',
    { key_change_tokens: [{ ...first, digits: '12345678901234567890' }] },
  ],
  ['a section without time', { key_change_tokens: [{ digits: first?.['digits'] }] }],
  [
    'a credit token as a section',
    { key_change_tokens: [{ ...first, digits: creditToken(busyMeter(), 9) }] },
  ],
];

test.each(foreignBusy)('a foreign memory of a busy meter is data: %s', (_name, changes) => {
  const stored = { ...busy, ...(changes as object) };
  expect(parseMeterMemory(stored)).toEqual({ kind: 'fault', fault: 'value-out-of-range' });
});

test.each(foreign)('a foreign memory is data: %s', (_name, stored, fault) => {
  expect(parseMeterMemory(stored)).toEqual({ kind: 'fault', fault });
});

test('no value at all makes the parser throw', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true }), (value) => {
      expect(parseMeterMemory(value).kind).toBe('fault');
    }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(busy)),
      fc.anything({ withBigInt: true, withNullPrototype: true }),
      (name, value) => {
        const parsed = parseMeterMemory({ ...busy, [name]: value });
        if (parsed.kind === 'memory') expect(meterMemoryRecord(parsed.memory)).toEqual(busy);
      },
    ),
  );
});
