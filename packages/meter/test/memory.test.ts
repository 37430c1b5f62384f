import { crc32 } from 'node:zlib';
import {
  applyWrite,
  isBalanced,
  type MeterMemory,
  memoryWrite,
  meterMemoryRecord,
  parseMeterMemory,
  serialiseMeterMemory,
  TOKEN_IDENTIFIER_STORE_SIZE,
} from '@wattvend/meter/memory.js';
import { applyConsumption } from '@wattvend/meter/supply.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { wattHours } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import { DecoderKey } from '@wattvend/sts/decoder-key.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  creditToken,
  ENCRYPTION_ALGORITHMS,
  INVENTED_KEYS,
  inventedMeter,
  MANUFACTURED,
} from './invented-meter.ts';

function afterWrites(memory: MeterMemory, writes: readonly Parameters<typeof applyWrite>[1][]) {
  return writes.reduce(applyWrite, memory);
}

function usedMeter(): MeterMemory {
  const meter = inventedMeter();
  const credited = afterWrites(meter, applyToken(meter, creditToken(meter, 7)).writes);
  return afterWrites(credited, applyConsumption(credited, wattHours(321)));
}

test('the checksum is the CRC-32 that zlib computes over the values', () => {
  const { checksum, ...values } = meterMemoryRecord(usedMeter());
  const expected = crc32(JSON.stringify(Object.values(values)));
  expect(checksum).toBe(expected.toString(16).padStart(8, '0'));
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
  expect(() => inventedMeter('07', { creditMax: wattHours(-1) })).toThrow(RangeError);
});

test('a write fits the generation it was made from and no other', () => {
  const memory = inventedMeter();
  const write = memoryWrite(memory, { totalEnergyAccepted: wattHours(5) });
  const written = applyWrite(memory, write);
  expect(written).toEqual({ ...memory, generation: 1, totalEnergyAccepted: 5 });
  expect(() => applyWrite(written, write)).toThrow(RangeError);
});

test('a stored memory is read back as it was, as text and as an object', () => {
  for (const memory of [inventedMeter('07'), inventedMeter('11'), usedMeter()]) {
    expect(parseMeterMemory(serialiseMeterMemory(memory))).toEqual({ kind: 'memory', memory });
    expect(parseMeterMemory(meterMemoryRecord(memory))).toEqual({ kind: 'memory', memory });
  }
});

test('a memory in debt is read back as it was', () => {
  const meter = inventedMeter();
  const memory = afterWrites(meter, applyConsumption(meter, wattHours(2)));
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
  const writes = applyToken(before, creditToken(before, 8)).writes;
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
  ['a format of tomorrow', { ...record, format: 2 }, 'unknown-format'],
  ['no generation', { ...record, generation: undefined }, 'value-out-of-range'],
  ['a wrong check digit', { ...record, meter_pan: '600727123456789031' }, 'value-out-of-range'],
  ['no such algorithm', { ...record, encryption_algorithm: '09' }, 'value-out-of-range'],
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
    { ...record, token_identifier_store: record.token_identifier_store.toReversed() },
    'value-out-of-range',
  ],
  ['a fraction', { ...record, credit_register_wh: 0.5 }, 'value-out-of-range'],
  ['above the maximum', { ...record, credit_maximum_wh: 1 }, 'value-out-of-range'],
  ['a negative total', { ...record, total_energy_consumed_wh: -1 }, 'value-out-of-range'],
  ['more credit', { ...record, credit_register_wh: record.credit_register_wh + 1 }, 'checksum'],
  ['no checksum', { ...record, checksum: undefined }, 'checksum'],
  [
    'books that do not balance',
    meterMemoryRecord({ ...usedMeter(), creditRegister: wattHours(1) }),
    'unbalanced',
  ],
];

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
      fc.constantFrom(...Object.keys(record)),
      fc.anything({ withBigInt: true }),
      (name, value) => {
        const parsed = parseMeterMemory({ ...record, [name]: value });
        if (parsed.kind === 'memory') expect(meterMemoryRecord(parsed.memory)).toEqual(record);
      },
    ),
  );
});
