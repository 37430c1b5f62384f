// Keys and meters invented for these tests. No utility uses them.
import { chainAfter, LOG_EMPTY } from '@wattvend/meter/event-log.js';
import { initialisationKey } from '@wattvend/meter/initialisation-key.js';
import { BATCH_COLUMNS, batchRow, keyRecord } from '@wattvend/meter/key-record.js';
import { type BatchOrder, makeMeter } from '@wattvend/meter/make-meter.js';
import { isBalanced } from '@wattvend/meter/memory.js';
import { parseMeterMemory, serialiseMeterMemory } from '@wattvend/meter/memory-record.js';
import {
  BATCH_METERS_MAX,
  SERIAL_NUMBER_MAX,
  SERIAL_RANGE_FAULTS,
  type SerialRangeOrder,
  serialRange,
} from '@wattvend/meter/serial-range.js';
import { RESIDENTIAL, WATER } from '@wattvend/meter/settings-profiles.js';
import { applyToken } from '@wattvend/meter/token-entry.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import { DecoderKey, type EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import { ENCRYPTION_ALGORITHMS } from '@wattvend/sts/encryption-algorithms.js';
import { hexadecimalFromOctets, octetsFromHexadecimal } from '@wattvend/sts/hexadecimal.js';
import { encryptKeyChange } from '@wattvend/sts/key-change.js';
import { parseMeterPan } from '@wattvend/sts/meter-pan.js';
import {
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '@wattvend/sts/supply-group.js';
import { encryptToken } from '@wattvend/sts/token.js';
import { tokenCipher } from '@wattvend/sts/token-cipher.js';
import { tokenIdentifierAt } from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAKER, STRANGER } from '../upgrade/signed-image.ts';

const MADE_AT = instant(1_800_000_000_000);
const HOUR = 3_600_000;

const BATCH: BatchOrder = {
  encryptionAlgorithm: '11',
  supplyGroupCode: supplyGroupCode('000000'),
  tariffIndex: tariffIndex('01'),
  baseDate: 2014,
  manufacturedAt: MADE_AT,
  settings: RESIDENTIAL,
};
const KEY_HEX = '000102030405060708090a0b0c0d0e0f';
const KEY = DecoderKey.fromHex(KEY_HEX);
const [NUMBER] = numbersOf({ manufacturerCode: '12', firstSerial: 34_567_890, count: 1 });
if (NUMBER === undefined) throw new Error('no number');

function numbersOf(order: SerialRangeOrder) {
  const range = serialRange(order);
  if (range.kind === 'fault') throw new Error(range.fault);
  return range.numbers;
}

describe('a range of serial numbers', () => {
  test('has the check digits of the facts', () => {
    // Code 12, serial 34567890, and code 0123, serial 45678901: both computed by hand in the facts.
    expect(NUMBER).toEqual({
      meterPan: '600727123456789030',
      drn: '12345678903',
      manufacturerCode: '12',
      serialNumber: '34567890',
    });
    expect(numbersOf({ manufacturerCode: '0123', firstSerial: 45_678_901, count: 1 })).toEqual([
      {
        meterPan: '000001234567890151',
        drn: '0123456789015',
        manufacturerCode: '0123',
        serialNumber: '45678901',
      },
    ]);
  });

  test('has no gap, no number twice, and numbers that parse', () => {
    const anyOrder = fc.record({
      manufacturerCode: fc.constantFrom('00', '12', '0000', '9999'),
      firstSerial: fc.integer({ min: 0, max: SERIAL_NUMBER_MAX - 50 }),
      count: fc.integer({ min: 1, max: 51 }),
    });
    fc.assert(
      fc.property(anyOrder, (order) => {
        const numbers = numbersOf(order);
        expect(numbers.map(({ serialNumber }) => Number(serialNumber))).toEqual(
          Array.from({ length: order.count }, (_, at) => order.firstSerial + at),
        );
        for (const { manufacturerCode, meterPan, drn, serialNumber } of numbers) {
          const parsed = parseMeterPan(meterPan);
          expect(parsed).toMatchObject({ kind: 'meter-pan', drn, manufacturerCode, serialNumber });
        }
      }),
    );
  });

  // Each line breaks one rule less than the line above it.
  test.each<[string, SerialRangeOrder]>([
    ['manufacturer-code', { manufacturerCode: '123', firstSerial: -1, count: 0 }],
    ['first-serial', { manufacturerCode: '12', firstSerial: -1, count: 0 }],
    ['first-serial', { manufacturerCode: '12', firstSerial: 100_000_000, count: 0 }],
    ['first-serial', { manufacturerCode: '12', firstSerial: 0.5, count: 0 }],
    ['count', { manufacturerCode: '12', firstSerial: SERIAL_NUMBER_MAX, count: 0 }],
    ['count', { manufacturerCode: '12', firstSerial: 0, count: BATCH_METERS_MAX + 1 }],
    ['beyond-last-serial', { manufacturerCode: '12', firstSerial: SERIAL_NUMBER_MAX, count: 2 }],
  ])('is refused: %s', (fault, order) => {
    expect(serialRange(order)).toEqual({ kind: 'fault', fault });
    expect(SERIAL_RANGE_FAULTS).toContain(fault);
  });

  test('reaches to the last serial number', () => {
    const order = { manufacturerCode: '12', firstSerial: SERIAL_NUMBER_MAX - 1, count: 2 };
    expect(numbersOf(order).at(-1)?.serialNumber).toBe('99999999');
  });
});

describe('an initialisation key', () => {
  const ALGORITHMS = Object.keys(ENCRYPTION_ALGORITHMS) as EncryptionAlgorithm[];
  const keyHex = (algorithm: EncryptionAlgorithm, chance: string): string => {
    const drawn = initialisationKey(algorithm, octetsFromHexadecimal(chance));
    return drawn.kind === 'key' ? drawn.decoderKey.use(hexadecimalFromOctets) : drawn.fault;
  };

  test('is the chance itself, with odd parity for DES alone', () => {
    const short = '0123456789abcdee';
    expect(keyHex('07', short)).toBe(short);
    // ee has six ones; ef has seven.
    expect(keyHex('09', short)).toBe('0123456789abcdef');
    expect(keyHex('11', KEY_HEX)).toBe(KEY_HEX);
    expect(keyHex('62', KEY_HEX)).toBe(KEY_HEX);
    // 00 01 02 03 … with the last bit so that the ones are odd in number.
    expect(keyHex('61', KEY_HEX)).toBe('01010202040407070808' + '0b0b0d0d0e0e');
  });

  test.each<[string, EncryptionAlgorithm, string]>([
    ['zeros', '07', '00'.repeat(8)],
    ['ones', '11', 'ff'.repeat(16)],
    ['a weak key of DES without its parity', '09', '0000000000000000'],
    ['a weak key of DES', '09', 'e0e0e0e0f1f1f1f1'],
    ['a semi-weak key of DES', '09', '01fe01fe01fe01fe'],
    ['a weak first half', '61', `1f1f1f1f0e0e0e0e${'0123456789abcdef'}`],
    ['a weak second half', '61', `${'0123456789abcdef'}fee0fee0fef1fef1`],
    ['two halves that differ in parity bits alone', '61', '0123456789abcdef0022446688aaccee'],
  ])('is not %s', (_, algorithm, chance) => {
    expect(keyHex(algorithm, chance)).toBe('weak-key');
  });

  test('needs as many octets of chance as the key has', () => {
    for (const algorithm of ALGORITHMS) {
      const { keyOctets } = ENCRYPTION_ALGORITHMS[algorithm];
      const wrong = new Uint8Array(keyOctets === 8 ? 16 : 8).fill(7);
      expect(() => initialisationKey(algorithm, wrong)).toThrow(RangeError);
    }
  });
});

describe('a new meter', () => {
  test('has a DITK of revision 1 that never expires, and one entry in its log', () => {
    const { logged, memory } = makeMeter(BATCH, NUMBER, KEY);
    expect(memory).toMatchObject({
      meterPan: '600727123456789030',
      decoderKey: KEY_HEX,
      keyType: 0,
      keyRevisionNumber: 1,
      keyExpiryNumber: 255,
      supplyGroupCode: '000000',
      settings: RESIDENTIAL,
      firmware: { running: 'A', runningVersion: '0.1.0', trustedKeys: [], activations: 0 },
    });
    const entry = { number: 1, at: MADE_AT, code: 'meter-made' as const, detail: '12345678903' };
    expect(logged).toEqual([entry]);
    expect(memory.log).toEqual({ count: 1, chain: chainAfter(LOG_EMPTY.chain, entry) });
    expect(isBalanced(memory)).toBe(true);
  });

  test('is stored and read, with all that the maker chose', () => {
    const { memory } = makeMeter(
      {
        ...BATCH,
        settings: WATER,
        isCommissioned: false,
        hardware: { model: 'W-15', revision: 7 },
        firmwareVersion: '2.0',
        trustedKeys: [MAKER.publicKeyHex, STRANGER.publicKeyHex],
      },
      NUMBER,
      KEY,
    );
    expect(memory.supply.isCommissioned).toBe(false);
    expect(memory.otherRegisters.map(({ service }) => service)).toEqual([1]);
    expect(memory.takesElectricity).toBe(false);
    expect(memory.firmware).toMatchObject({
      runningVersion: '2.0',
      hardware: { model: 'W-15', revision: 7 },
      trustedKeys: [MAKER.publicKeyHex, STRANGER.publicKeyHex],
    });
    expect(parseMeterMemory(serialiseMeterMemory(memory))).toEqual({ kind: 'memory', memory });
  });

  test.each([
    ['three trusted keys', [1, 2, 3].map((seed) => `${seed}`.repeat(64))],
    ['one trusted key twice', [MAKER.publicKeyHex, MAKER.publicKeyHex]],
    ['a trusted key that is none', ['ab']],
    ['a trusted key under which anybody signs', [`01${'00'.repeat(31)}`]],
  ])('is not made with %s', (_, trustedKeys) => {
    expect(() => makeMeter({ ...BATCH, trustedKeys }, NUMBER, KEY)).toThrow(RangeError);
  });

  test('takes the first key change from its DITK, and credit under the new key after it', () => {
    const { memory } = makeMeter(BATCH, NUMBER, KEY);
    const keyOf = (decoderKey: DecoderKey) =>
      tokenCipher('11', decoderKey, { meterPan: NUMBER.meterPan });
    const utilityKey = DecoderKey.fromHex('f0e0d0c0b0a090807060504030201000');
    const tokens = encryptKeyChange(
      {
        decoderKey: utilityKey,
        keyType: 2,
        supplyGroupCode: supplyGroupCode('123456'),
        tariffIndex: tariffIndex('02'),
        keyRevisionNumber: keyRevisionNumber(1),
        keyExpiryNumber: keyExpiryNumber(255),
        rollover: false,
      },
      keyOf(KEY),
    );
    const now = instant(MADE_AT + HOUR);
    let meter = memory;
    const results = tokens.map((token) => {
      const { result, writes } = applyToken(meter, token, { now });
      for (const write of writes)
        meter = { ...meter, ...write.changes, generation: write.generation };
      return result;
    });
    expect(results.at(-1)).toBe('Accept');
    expect(meter).toMatchObject({ keyType: 2, supplyGroupCode: '123456', tariffIndex: '02' });
    const minute = tokenIdentifierAt(now, 2014);
    if (minute.kind === 'fault') throw new Error(minute.fault);
    const credit = encryptToken(
      {
        tokenClass: 0,
        subclass: 0,
        name: 'electricity',
        random: 1,
        tokenIdentifier: minute.tokenIdentifier,
        energy: tenthKwh(100),
      },
      keyOf(utilityKey),
    );
    expect(applyToken(meter, credit, { now }).result).toBe('Accept');
  });
});

describe('the records of a meter', () => {
  const { memory } = makeMeter(BATCH, NUMBER, KEY);
  const facts = { number: NUMBER, memory, manufacturedAt: '2027-01-15T08:00:00.000Z' };

  test('the row for people has every column and no key', () => {
    const row = batchRow(facts);
    expect(Object.keys(row)).toEqual([...BATCH_COLUMNS]);
    expect(Object.values(row).join()).toBe(
      '600727123456789030,12345678903,12,34567890,11,0,000000,01,1,255,2014,02,RESIDENTIAL,' +
        'WATTVEND,1,0.1.0,2027-01-15T08:00:00.000Z',
    );
    expect(JSON.stringify(row)).not.toContain(KEY_HEX);
  });

  test('the line to be sealed has the key', () => {
    expect(keyRecord(facts)).toEqual({
      name: '12345678903',
      pan: '600727123456789030',
      drn: '12345678903',
      ea: '11',
      decoderKey: KEY_HEX,
      kt: 0,
      sgc: '000000',
      ti: '01',
      krn: 1,
      ken: 255,
      baseDate: 2014,
      model: 'RESIDENTIAL',
      firmwareVersion: '0.1.0',
      manufacturedAt: '2027-01-15T08:00:00.000Z',
    });
  });
});
