import {
  CARD_RECORDS,
  dateOfExpiry,
  formatIdRecord,
  ID_RECORD_DIGITS,
  ID_RECORD_FIELDS,
  type IdRecord,
  parseIdRecord,
  parseRecord2,
} from '@wattvend/sts/card-record.js';
import { ENCRYPTION_ALGORITHM_CODES } from '@wattvend/sts/encryption-algorithms.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import { keyRevisionNumber, supplyGroupCode, tariffIndex } from '@wattvend/sts/supply-group.js';
import { TOKEN_CARRIER_TYPE_CODES } from '@wattvend/sts/token-carrier-types.js';
import { formatTrack2, parseTrack2, parseTrack2Octets } from '@wattvend/sts/track-2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { octetsOf } from './hexadecimal-block.ts';
import { refusalOrNull } from './refusal-or-null.ts';
import { casesOf } from './vectors.ts';

interface Valid extends IdRecord {
  readonly record: string;
  readonly track2: string;
  readonly track2Octets: string;
}

interface Invalid {
  readonly record?: string;
  readonly track2?: string;
  readonly track2Octets?: string;
  readonly fault: string;
  readonly foundDigits?: number;
  readonly expectedCharacter?: string;
  readonly field?: string;
  readonly found?: string;
  readonly expected?: string | null;
  readonly character?: string;
  readonly octet?: number;
  readonly position?: number;
}

const { valid, invalid } = casesOf<Valid, Invalid>('id-record.json');

function recordOf(one: IdRecord): IdRecord {
  return {
    meterPan: one.meterPan,
    dateOfExpiry: one.dateOfExpiry,
    tokenCarrierType: one.tokenCarrierType,
    encryptionAlgorithm: one.encryptionAlgorithm,
    supplyGroupCode: one.supplyGroupCode,
    tariffIndex: one.tariffIndex,
    keyRevisionNumber: one.keyRevisionNumber,
  };
}

function parsedOf({ record, track2, track2Octets }: Invalid): object {
  if (record !== undefined) return parseIdRecord(record);
  if (track2 !== undefined) return parseTrack2(track2);
  return parseTrack2Octets(octetsOf(track2Octets ?? ''));
}

describe('the vectors', () => {
  test.each(valid)('$id: $comment', (one) => {
    const record = recordOf(one);
    const octets = octetsOf(one.track2Octets);
    expect(formatIdRecord(record)).toBe(one.record);
    expect(formatTrack2(record)).toEqual({ characters: one.track2, octets });

    const expected = { kind: 'id-record', ...record };
    expect(parseIdRecord(one.record)).toEqual(expected);
    expect(parseTrack2(one.track2)).toEqual(expected);
    expect(parseTrack2(one.track2.slice(0, -1))).toEqual(expected);
    expect(parseTrack2Octets(octets)).toEqual(expected);
  });

  test.each(invalid)('$id: $comment', (one) => {
    const { expectedCharacter, fault, field, foundDigits, character, octet, position } = one;
    const details =
      fault === 'card-record'
        ? { found: foundDigits, expected: ID_RECORD_DIGITS }
        : { found: one.found, expected: expectedCharacter ?? one.expected };
    expect(parsedOf(one)).toEqual({
      kind: 'fault',
      fault,
      field,
      character,
      octet,
      position,
      ...details,
    });
  });
});

test('the fields follow one another and fill the record', () => {
  let position = 1;
  for (const field of ID_RECORD_FIELDS) {
    expect(field.position).toBe(position);
    position += field.digits;
  }
  expect(position - 1).toBe(ID_RECORD_DIGITS);
});

const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

const records: fc.Arbitrary<IdRecord> = fc.record({
  meterPan: fc
    .tuple(fc.oneof(digits(2), digits(4)), digits(8))
    .map(([maker, serial]) => meterPanFromDrn(makeDrn(maker, serial))),
  dateOfExpiry: fc
    .tuple(digits(2), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => dateOfExpiry(year + String(month).padStart(2, '0'))),
  tokenCarrierType: fc.constantFrom(...TOKEN_CARRIER_TYPE_CODES.filter((code) => code !== '00')),
  encryptionAlgorithm: fc.constantFrom(...ENCRYPTION_ALGORITHM_CODES),
  supplyGroupCode: digits(6).map(supplyGroupCode),
  tariffIndex: digits(2).map(tariffIndex),
  keyRevisionNumber: fc.integer({ min: 1, max: 9 }).map(keyRevisionNumber),
});

test('any record survives the card', () => {
  fc.assert(
    fc.property(records, (record) => {
      const { characters, octets } = formatTrack2(record);
      expect(parseIdRecord(formatIdRecord(record))).toEqual({ kind: 'id-record', ...record });
      expect(parseTrack2(characters)).toEqual({ kind: 'id-record', ...record });
      expect(parseTrack2Octets(octets)).toEqual({ kind: 'id-record', ...record });
    }),
    { numRuns: 500 },
  );
});

test('every single wrong bit on the track is found', () => {
  const { octets } = formatTrack2(recordOf(valid[0] as Valid));
  expect(octets.length).toBe(38);
  for (let position = 1; position <= octets.length; position++) {
    for (let bit = 0; bit < 5; bit++) {
      const spoilt = octets.slice();
      spoilt[position - 1] = (octets[position - 1] ?? 0) ^ (1 << bit);
      expect(parseTrack2Octets(spoilt)).toMatchObject({ fault: 'card-record-parity', position });
    }
  }
});

test('every other digit in a track, with right parity, is found', () => {
  const { characters } = formatTrack2(recordOf(valid[0] as Valid));
  for (let place = 1; place <= ID_RECORD_DIGITS; place++) {
    for (const digit of '0123456789') {
      if (digit === characters[place]) continue;
      const spoilt = characters.slice(0, place) + digit + characters.slice(place + 1);
      expect(parseTrack2(spoilt)).toMatchObject({ fault: 'card-record-check' });
    }
  }
});

test('all characters of a track together are even, bit by bit', () => {
  fc.assert(
    fc.property(records, (record) => {
      const { octets } = formatTrack2(record);
      expect(octets.reduce((sum, octet) => sum ^ (octet & 0xf), 0)).toBe(0);
    }),
  );
});

test('nothing read makes the parsers throw', () => {
  const anything = fc.string({ unit: 'binary' });
  const nearly = fc.stringMatching(/^;?[0-9=]{30,36}\??[0-9:;<=>?]?$/);
  fc.assert(
    fc.property(fc.oneof(anything, nearly, digits(35)), (text) => {
      expect(['id-record', 'fault']).toContain(parseIdRecord(text).kind);
      expect(['id-record', 'fault']).toContain(parseTrack2(text).kind);
      expect(parseRecord2(text)).toEqual({
        kind: 'fault',
        fault: 'record2-layout-not-established',
        record: text,
      });
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (octets) => {
      expect(parseTrack2Octets(octets).kind).toBe('fault');
    }),
  );
});

test('what cannot be written is refused by its name', () => {
  for (const text of ['', '2700', '2713', '27', '27012', '2a01', '2712\n']) {
    expect(refusalOrNull(() => dateOfExpiry(text))).toBe('date-of-expiry');
  }
  const reserved: IdRecord = { ...recordOf(valid[0] as Valid), tokenCarrierType: '00' };
  expect(refusalOrNull(() => formatIdRecord(reserved))).toBe('token-carrier-type');
  expect(refusalOrNull(() => formatTrack2(reserved))).toBe('token-carrier-type');
});

test('no layout is said to be established that is not', () => {
  const established = Object.entries(CARD_RECORDS).filter(([, row]) => row.isLayoutEstablished);
  expect(established.map(([name, row]) => [name, row.confidence])).toEqual([
    ['id-record', 'medium'],
    ['track-2', 'medium'],
  ]);
});
