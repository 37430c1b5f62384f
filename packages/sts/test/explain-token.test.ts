/** What is said of a token; the tokens of known answers come from shared/vectors, not from here. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block64 } from '../src/cipher/block64.ts';
import { DecoderKey, type EncryptionAlgorithm } from '../src/decoder-key/decoder-key.ts';
import { ENCRYPTION_ALGORITHM_CODES } from '../src/decoder-key/encryption-algorithms.ts';
import { type TokenCipher, tokenCipher } from '../src/encryption/token-cipher.ts';
import { explainToken } from '../src/explain/explain-token.ts';
import type { CandidateKey, OpenedToken, TokenExplanation } from '../src/explain/explanation.ts';
import { encryptKeyChange } from '../src/key-change/key-change.ts';
import { parseMeterPan } from '../src/meter-pan/meter-pan.ts';
import {
  type KeyType,
  keyExpiryNumber,
  keyRevisionNumber,
  supplyGroupCode,
  tariffIndex,
} from '../src/supply-group/supply-group.ts';
import { insertClassBits } from '../src/token/class-bits.ts';
import { tokenCrc, tokenCrcC } from '../src/token/crc.ts';
import { TOKEN_ROWS } from '../src/token/layouts.ts';
import { digitsFromBits } from '../src/token-carrier/decimal.ts';

const EVERY_KEY = '000102030405060708090a0b0c0d0e0f'; // Invented.

function cipherOf(algorithm: EncryptionAlgorithm, hexadecimal = EVERY_KEY): TokenCipher {
  const pan = parseMeterPan('600727123456789030');
  if (pan.kind === 'fault') throw new Error(pan.fault);
  const isShort = algorithm === '07' || algorithm === '09';
  const key = DecoderKey.fromHex(isShort ? hexadecimal.slice(0, 16) : hexadecimal);
  return tokenCipher(algorithm, key, { meterPan: pan.meterPan });
}

function candidate(
  algorithm: EncryptionAlgorithm,
  hexadecimal?: string,
  rest: Partial<CandidateKey> = {},
): CandidateKey {
  return { name: 'meter 1', cipher: cipherOf(algorithm, hexadecimal), baseDate: 1993, ...rest };
}

/** A token of the bits before the checksum: 64 to 16 as SubClass and fields. */
function sealed(
  tokenClass: number,
  bitsAboveChecksum: bigint,
  cipher: TokenCipher,
  crc: typeof tokenCrc = tokenCrc,
): string {
  const bits = bitsAboveChecksum << 16n;
  const block: Block64 = { high: Number(bits >> 32n), low: Number(bits & 0xffff_ffffn) };
  block.low += crc(tokenClass, block);
  if (tokenClass === 0 || tokenClass === 2) cipher.encrypt(block);
  const bits65And64 = insertClassBits(tokenClass, block);
  return digitsFromBits(bits65And64, block);
}

function openedBy(explanation: TokenExplanation): OpenedToken {
  if (explanation.opened === null) throw new Error(`not opened: ${explanation.summary}`);
  return explanation.opened;
}

/** Abbreviation and value of each piece but the frame. */
function fieldsOf(explanation: TokenExplanation): readonly (readonly [string, string])[] {
  return openedBy(explanation)
    .bits.filter(({ member }) => member !== null)
    .map(({ abbreviation, value }) => [abbreviation, value] as const);
}

function results(explanation: TokenExplanation): readonly string[] {
  return explanation.refusals.map(({ result }) => result);
}

describe('known tokens, field by field', () => {
  // Digits, clear bits and values of shared/vectors/sts-known-answers.json, whose keys are invented.
  const cases = [
    {
      id: 'pub-token-004',
      token: '35500312443047940328',
      key: 'e7b21aa9ec929c96',
      baseDate: 1993,
      clear66: '00565DA7000646C75',
      fields: [
        ['RND', '5'],
        ['TID', '2005-09-10 10:56 UTC (minute 6675056 since 1993-01-01)'],
        ['Amount', '10.0 kWh'],
      ],
    },
    {
      id: 'pub-token-003',
      token: '63525115892327740484',
      key: 'e7b21aa9ec929c96',
      baseDate: 1993,
      clear66: '01565DA70000AEF09',
      fields: [
        ['RND', '5'],
        ['TID', '2005-09-10 10:56 UTC (minute 6675056 since 1993-01-01)'],
        ['Amount', '1.0 m³'],
      ],
    },
    {
      id: 'pub-token-008',
      token: '42049070557832825008',
      key: '6106e420c7724113',
      baseDate: 1993,
      clear66: '03B54F4EF17AAA20D',
      fields: [
        ['RND', '11'],
        ['TID', '2003-08-03 11:27 UTC (minute 5567727 since 1993-01-01)'],
        ['Amount', '605.8 minutes'],
      ],
    },
    {
      id: 'pub-token-010',
      token: '60298459792271325679',
      key: 'ddb3b4883366fe35',
      baseDate: 1993,
      clear66: '048E60A2B0001CFBC',
      fields: [
        ['S&E', '-0.00001 of the base currency'],
        ['TID', '2021-08-31 08:43 UTC (minute 15075883 since 1993-01-01)'],
        ['Amount', '-0.00001 of the base currency'],
      ],
    },
    {
      id: 'pub-token-021',
      token: '28330454654965397588',
      key: 'e94dd89f831e1b47',
      baseDate: 2014,
      clear66: '20CC9E7304B30E443',
      fields: [
        ['RND', '12'],
        ['TID', '2039-02-27 20:00 UTC (minute 13231920 since 2014-01-01)'],
        ['MPL', '45 024 W'],
      ],
    },
    {
      id: 'pub-token-022',
      token: '72256848670943205319',
      key: '29ec547b954e1d92',
      baseDate: 2014,
      clear66: '2140A9C4D00001D92',
      fields: [
        ['RND', '4'],
        ['TID', '2015-04-28 21:33 UTC (minute 695373 since 2014-01-01)'],
        ['Register', '0: electricity'],
      ],
    },
    {
      id: 'pub-token-023',
      token: '01730292123567599867',
      key: 'ff268732f37886f8',
      baseDate: 1993,
      clear66: '253B59BCE0000F7A2',
      fields: [
        ['RND', '3'],
        ['TID', '2015-08-19 05:02 UTC (minute 11901902 since 1993-01-01)'],
        ['Pad', '0'],
      ],
    },
  ] as const;

  test.each(cases)('$id', ({ baseDate, clear66, fields, key, token }) => {
    const explanation = explainToken(token, [candidate('07', key, { baseDate })]);
    expect(fieldsOf(explanation)).toEqual(fields);
    const opened = openedBy(explanation);
    expect(opened).toMatchObject({ candidate: 'meter 1', clear66, isChecksumRight: true });
    expect(explanation.refusals).toEqual([]);
    // The pieces, put together, are the bits in clear.
    const together = opened.bits.reduce(
      (bits, { hexadecimal, highestBit, lowestBit }) =>
        (bits << BigInt(highestBit - lowestBit + 1)) | BigInt(`0x${hexadecimal}`),
      0n,
    );
    expect(together.toString(16).toUpperCase().padStart(17, '0')).toBe(clear66);
  });

  test('class 1 needs no key', () => {
    const any = explainToken('00000000000201328896', []);
    expect(fieldsOf(any)).toEqual([
      ['Control', 'test 3: totals of use'],
      ['MfrCode', 'any maker'],
    ]);
    expect(openedBy(any)).toMatchObject({ candidate: null, clear66: '10000000004000900' });
    expect(any.refusals).toEqual([]);
    expect(fieldsOf(explainToken('56493153725450313471', []))).toEqual([
      ['Control', 'test 0: all tests the meter supports'],
      ['MfrCode', 'any maker'],
    ]);
    expect(fieldsOf(explainToken('00000000004434106935', []))).toEqual([
      ['Control', 'test 9: active power'],
      ['MfrCode', '75'],
    ]);
    expect(fieldsOf(explainToken('57646075226267587863', []))).toEqual([
      ['Control', 'test 0: all tests the meter supports'],
      ['MfrCode', '7456'],
    ]);
    // A candidate is not tried on what is not encrypted.
    expect(explainToken('00000000000201328896', [candidate('11')]).candidates).toEqual([]);
  });

  test('the set of three tokens of pub-keyChange-002', () => {
    const key = candidate('07', '9936d1b16a0a49ac', { keyType: 1 });
    const explain = (token: string) => explainToken(token, [key], { revealKeySections: true });
    expect(fieldsOf(explain('20847397259011822688'))).toEqual([
      ['KENHO', '15, so KEN is 240 to 255'],
      ['KRN', '2'],
      ['RO', '1'],
      ['3KCT', '1'],
      ['KT', '2: DUTK, decoder unique transfer key'],
      ['NKHO', '7C7621CD'],
    ]);
    expect(fieldsOf(explain('69022819996410552326'))).toEqual([
      ['KENLO', '2'],
      ['TI', '50'],
      ['NKLO', 'CF592A95'],
    ]);
    expect(fieldsOf(explain('56623578726242140414'))).toEqual([
      ['SGC', '559868'],
      ['Pad', '0'],
    ]);
    expect(openedBy(explain('56623578726242140414')).confidence).toBe('medium');
  });

  test('the set of four tokens of pub-keyChange-003', () => {
    const key = candidate('11', 'fd3065eabffa58b34e55e005a46a580c');
    const explain = (token: string) => explainToken(token, [key], { revealKeySections: true });
    // 407688 is 99 · 4096 + 2184.
    expect(fieldsOf(explain('46646765403201012098'))).toEqual([
      ['SGCLO', '2184 of 4096'],
      ['NKMO2', '9181C506'],
    ]);
    expect(fieldsOf(explain('34833061772087737756'))).toEqual([
      ['SGCHO', '99, so SGC is 405504 to 409599'],
      ['NKMO1', '366D1727'],
    ]);
  });
});

describe('what was typed', () => {
  test.each([
    ['1234', 'It has 4: 16 digits too few.'],
    ['', 'It has 0: 20 digits too few.'],
    ['123456789012345678901', 'It has 21: 1 digit too many.'],
    ['1234 5678 9o12 3456 7890', 'Character 12, "o", is no digit.'],
    ['12345678901234567890😀', 'Character 21, "😀", is no digit.'],
    ['73786976294838206464', '7378 6976 2948 3820 6463'],
    ['99999999999999999999', 'IEC 62055-42'],
  ])('%s: %s', (typed, detail) => {
    const explanation = explainToken(typed, [candidate('07')]);
    expect(explanation.fault?.sentence).toContain(detail);
    expect(explanation.summary).toBe(explanation.fault?.sentence);
    expect(explanation).toMatchObject({ typed, digits: null, number66: null, tokenClass: null });
    expect(explanation).toMatchObject({ opened: null, candidates: [] });
    expect(results(explanation)).toEqual([explanation.fault?.fault]);
  });

  test('the number and its class are told without a key', () => {
    const explanation = explainToken('3550-0312 4430 4794 0328', []);
    expect(explanation).toMatchObject({
      digits: '3550 0312 4430 4794 0328',
      number66: BigInt('35500312443047940328').toString(16).toUpperCase().padStart(17, '0'),
      tokenClass: 0,
      fault: null,
      opened: null,
      refusals: [],
    });
    expect(explanation.summary).toContain('no key was given');
  });
});

describe('candidates', () => {
  const token = '35500312443047940328';
  const right = candidate('07', 'e7b21aa9ec929c96', { name: 'right' });
  const wrong = candidate('07', '0123456789abcdef', { name: 'wrong' });

  test('none opens it: the odds are told', () => {
    const explanation = explainToken(token, [wrong, candidate('11')]);
    expect(explanation.opened).toBeNull();
    expect(results(explanation)).toEqual(['CRCError']);
    expect(explanation.refusals[0]?.sentence).toMatch(/^None of the 2 keys .* 1 in 65 536\.$/);
    expect(explanation.candidates.map(({ opens }) => opens)).toEqual([false, false]);
    const [first] = explainToken(token, [wrong], { revealKeySections: true }).candidates;
    expect(first?.checksumFound).toMatch(/^[0-9A-F]{4}$/);
    expect(first?.checksumFound).not.toBe(first?.checksumExpected);
  });

  test('one opens it: it is named, and all outcomes are listed in their order', () => {
    const explanation = explainToken(token, [wrong, right]);
    expect(explanation.candidates.map(({ name, opens }) => [name, opens])).toEqual([
      ['wrong', false],
      ['right', true],
    ]);
    expect(explanation.candidates[1]).toMatchObject({
      checksumFound: '6C75',
      checksumExpected: '6C75',
      algorithmName: 'STA',
      isStandard: true,
    });
    expect(openedBy(explanation).candidate).toBe('right');
    expect(explanation.summary).toContain('opened by right');
    expect(explanation.summary).toContain('Amount 10.0 kWh');
    expect(explanation.summary).not.toContain('RND');
  });

  test('two open it: the first is explained, and the chance is told', () => {
    const again = { ...right, name: 'again' };
    const explanation = explainToken(token, [right, again]);
    expect(openedBy(explanation).candidate).toBe('right');
    expect(explanation.summary).toContain('2 keys open it');
  });

  test.each(['61', '62'] as const)('algorithm %s is told as no part of the standard', (code) => {
    const key = candidate(code);
    const explanation = explainToken(sealed(0, 0x0561_9d2e_0100n, key.cipher), [key]);
    expect(openedBy(explanation).name).toBe('electricity');
    expect(explanation.candidates[0]).toMatchObject({ opens: true, isStandard: false });
    expect(explanation.candidates[0]?.algorithmName).toContain('not part of IEC 62055-41');
    expect(explanation.summary).toContain('not part of IEC 62055-41');
  });

  test('a currency token is opened by CRC_C, and not by CRC', () => {
    const key = candidate('11');
    const bits = 0x4561_9d2e_0100n;
    const opened = openedBy(explainToken(sealed(0, bits, key.cipher, tokenCrcC), [key]));
    expect(opened.bits.at(-1)).toMatchObject({ abbreviation: 'CRC_C', confidence: 'medium' });
    expect(explainToken(sealed(0, bits, key.cipher), [key]).opened).toBeNull();
  });
});

describe('what speaks against a token', () => {
  interface Against {
    readonly of: string;
    readonly tokenClass?: number;
    /** SubClass and the fields, twelve hexadecimal digits. */
    readonly bits: bigint;
    readonly key?: Partial<CandidateKey>;
    readonly results: readonly string[];
    /** The field that has an objection. */
    readonly field?: string;
  }

  const DUTK: KeyType = 2;
  const cases: readonly Against[] = [
    { of: 'an ordinary token', tokenClass: 0, bits: 0x0561_9d2e_0100n, results: [] },
    {
      of: 'a token of the last block of its key',
      tokenClass: 0,
      bits: 0x0561_ffff_0100n,
      key: { keyExpiryNumber: keyExpiryNumber(0x61) },
      results: [],
    },
    {
      of: 'a token of the block after',
      tokenClass: 0,
      bits: 0x0562_0000_0100n,
      key: { keyExpiryNumber: keyExpiryNumber(0x61) },
      results: ['KeyExpiredError'],
      field: 'TID',
    },
    {
      of: 'credit under a default key',
      tokenClass: 0,
      bits: 0x0561_9d2e_0100n,
      key: { keyType: 1 },
      results: ['DDTKError'],
    },
    {
      of: 'credit under a factory key',
      tokenClass: 0,
      bits: 0x05619d2e0100n,
      key: { keyType: 0 },
      results: [],
    },
    {
      of: 'management under a default key',
      bits: 0x0561_9d2e_0100n,
      key: { keyType: 1 },
      results: [],
    },
    {
      of: 'reserved credit',
      tokenClass: 0,
      bits: 0x8561_9d2e_0100n,
      results: ['FunctionError'],
      field: 'SubClass',
    },
    {
      of: 'a maker’s token',
      bits: 0xb561_9d2e_0100n,
      results: ['FunctionError'],
      field: 'SubClass',
    },
    {
      of: 'an extended token',
      bits: 0xa561_9d2e_0100n,
      results: ['FunctionError'],
      field: 'SubClass',
    },
    { of: 'a tariff rate', bits: 0x2561_9d2e_0100n, results: ['FunctionError'], field: 'Rate' },
    {
      of: 'a factor of a water meter',
      bits: 0x7561_9d2e_0100n,
      results: ['FunctionError'],
      field: 'WMFactor',
    },
    { of: 'register 7', bits: 0x1561_9d2e_0007n, results: [] },
    { of: 'every register', bits: 0x1561_9d2e_ffffn, results: [] },
    { of: 'register 8', bits: 0x1561_9d2e_0008n, results: ['RangeError'], field: 'Register' },
    { of: 'padding', bits: 0x5561_9d2e_0001n, results: ['FormatError'], field: 'Pad' },
    { of: 'KRN 0', bits: 0x3f02_0000_0000n, results: ['RangeError'], field: 'KRN' },
    { of: 'KRN 9', bits: 0x3f92_0000_0000n, results: [] },
    { of: 'KRN 10', bits: 0x3fa2_0000_0000n, results: ['RangeError'], field: 'KRN' },
    { of: 'TI 99', bits: 0x4f63_0000_0000n, results: [] },
    { of: 'TI 100', bits: 0x4f64_0000_0000n, results: ['RangeError'], field: 'TI' },
    {
      of: 'an announced third token',
      bits: 0x3f16_0000_0000n,
      results: [],
      field: '3KCT',
    },
    { of: 'SGC 999423 and its block', bits: 0x90f4_0000_0000n, results: [] },
    { of: 'SGC above 999999', bits: 0x90f5_0000_0000n, results: ['RangeError'], field: 'SGCHO' },
    { of: 'a factory key from a key not named', bits: 0x3f10_0000_0000n, results: [], field: 'KT' },
    {
      of: 'a factory key from a unique one',
      bits: 0x3f10_0000_0000n,
      key: { keyType: DUTK },
      results: ['KeyTypeError'],
      field: 'KT',
    },
    {
      of: 'a common key from a unique one',
      bits: 0x3f13_0000_0000n,
      key: { keyType: DUTK },
      results: ['KeyTypeError'],
      field: 'KT',
    },
    {
      of: 'a default key from a unique one',
      bits: 0x3f11_0000_0000n,
      key: { keyType: DUTK },
      results: [],
    },
  ];

  test.each(cases)(
    '$of: $results',
    ({ bits, field, key = {}, results: expected, tokenClass = 2 }) => {
      const one = candidate('11', EVERY_KEY, key);
      const explanation = explainToken(sealed(tokenClass, bits, one.cipher), [one]);
      expect(results(explanation)).toEqual(expected);
      const objected = openedBy(explanation).bits.filter(({ objections }) => objections.length > 0);
      expect(objected.map(({ abbreviation }) => abbreviation)).toEqual(
        field === undefined ? [] : [field],
      );
      for (const result of expected) expect(explanation.summary).toContain(result);
    },
  );

  test('under a key of 64 bits: an announced third token, its supply group, a fourth section', () => {
    const one = candidate('07');
    const explain = (bits: bigint) => explainToken(sealed(2, bits, one.cipher), [one]);
    expect(results(explain(0x3f16_0000_0000n))).toEqual([]);
    expect(results(explain(0x80f4_23f0_0000n))).toEqual([]);
    expect(results(explain(0x80f4_2400_0000n))).toEqual(['RangeError']);
    expect(results(explain(0x80f4_23f0_0001n))).toEqual(['FormatError']);
    const fourth = explain(0x9f40_1234_5678n);
    expect(results(fourth)).toEqual(['FunctionError']);
    expect(openedBy(fourth)).toMatchObject({ status: 'not-for-key-length', clear66: null });
    const stays = candidate('07', EVERY_KEY, { supplyGroupCode: supplyGroupCode('999999') });
    const [sgc] = openedBy(
      explainToken(sealed(2, 0x80f4_23f0_0000n, stays.cipher), [stays]),
    ).bits.slice(2);
    expect(sgc?.meaning).toContain('stays the same');
  });

  test('class 1: maker codes out of range, tests without a number, a wrong checksum', () => {
    const none = cipherOf('11');
    const explain = (bits: bigint) => explainToken(sealed(1, bits, none), []);
    expect(results(explain(0x0000_0000_0163n))).toEqual([]);
    expect(results(explain(0x0000_0000_0164n))).toEqual(['MfrCodeError']);
    expect(results(explain(0x1000_0001_270fn))).toEqual([]);
    expect(results(explain(0x1000_0001_2710n))).toEqual(['MfrCodeError']);
    expect(results(explain(0x0000_0200_0000n))).toEqual([]);
    const both = explain(0x0000_0000_0500n);
    expect(fieldsOf(both)[0]).toEqual(['Control', 'test 1: load switch; test 3: totals of use']);
    expect(results(both)).toEqual([]);
    const unknown = explain(0x0000_0800_0000n);
    expect(fieldsOf(unknown)[0]).toEqual(['Control', 'test 20: reserved, or the maker’s own']);
    expect(results(unknown)).toEqual(['FunctionError']);
    const nothing = explain(0n);
    expect(fieldsOf(nothing)[0]).toEqual(['Control', 'no test']);
    expect(openedBy(nothing).bits[2]?.objections).toHaveLength(1);
    expect(results(nothing)).toEqual(['FunctionError']);
    const someKnown = explain(0x0000_0800_0100n);
    expect(openedBy(someKnown).bits[2]?.objections).toHaveLength(1);
    expect(results(someKnown)).toEqual([]);
    // With a wrong checksum the fields say nothing, and are not judged.
    const wrongCrc: typeof tokenCrc = (tokenClass, block) => tokenCrc(tokenClass, block) ^ 1;
    const noise = explainToken(sealed(1, 0x0000_0000_0164n, none, wrongCrc), []);
    expect(results(noise)).toEqual(['CRCError']);
    // One digit of the published test token changed.
    const wrong = explainToken('00000000000201328897', []);
    expect(results(wrong)).toEqual(['CRCError']);
    expect(openedBy(wrong).isChecksumRight).toBe(false);
    expect(openedBy(wrong).bits.at(-1)?.value).toBe('wrong, it should be 0900');
  });

  test('class 3 is reserved, and its bits are told as they stand', () => {
    const explanation = explainToken(sealed(3, 0x5123_4567_89abn, cipherOf('11')), []);
    const opened = openedBy(explanation);
    expect(results(explanation)).toEqual(['FunctionError']);
    expect(opened).toMatchObject({ name: null, status: 'reserved' });
    expect(opened.bits.map(({ hexadecimal }) => hexadecimal).slice(0, 3)).toEqual([
      '3',
      '5',
      '123456789AB',
    ]);
  });

  test('a slip of the finger that looks like class 3 is told as a slip', () => {
    // The eighth digit of the published token for 10 kWh changed.
    const slip = explainToken('35500310443047940328', []);
    expect(slip.tokenClass).toBe(3);
    expect(results(slip)).toEqual(['FunctionError', 'CRCError']);
    expect(openedBy(slip).isChecksumRight).toBe(false);
  });
});

test('the special minute is explained, and is no error', () => {
  const key = candidate('11', EVERY_KEY, { baseDate: 2014 });
  const special = explainToken(sealed(0, 0x0500_05a1_0100n, key.cipher), [key]);
  expect(fieldsOf(special)[1]?.[1]).toBe('2014-01-02 00:01 UTC (minute 1441 since 2014-01-01)');
  expect(openedBy(special).bits[3]?.meaning).toContain('special tokens');
  expect(special.refusals).toEqual([]);
  const ordinary = explainToken(sealed(0, 0x0500_05a2_0100n, key.cipher), [key]);
  expect(openedBy(ordinary).bits[3]?.meaning).not.toContain('special');
});

test('a value that is less sure than its token says so', () => {
  const key = candidate('11');
  const last = (tokenClass: number, bits: bigint, abbreviation: string) =>
    openedBy(explainToken(sealed(tokenClass, bits, key.cipher), [key])).bits.find(
      (piece) => piece.abbreviation === abbreviation,
    )?.confidence;
  expect(last(2, 0x1561_9d2e_0003n, 'Register')).toBe('high');
  expect(last(2, 0x1561_9d2e_0004n, 'Register')).toBe('medium');
  expect(last(1, 0x0000_0002_0001n, 'Control')).toBe('high'); // Test 10.
  expect(last(1, 0x0000_0004_0001n, 'Control')).toBe('medium'); // Test 11.
  expect(last(1, 0x0000_0002_0001n, 'MfrCode')).toBe('high');
  expect(last(1, 0x0000_0002_0000n, 'MfrCode')).toBe('medium');
});

test('a negative zero is objected to', () => {
  const key = candidate('11');
  const zero = explainToken(sealed(0, 0x4861_9d2e_0000n, key.cipher, tokenCrcC), [key]);
  expect(fieldsOf(zero)[2]).toEqual(['Amount', '0.00000 of the base currency']);
  expect(openedBy(zero).bits.flatMap(({ objections }) => objections)).toHaveLength(2);
  expect(zero.refusals).toEqual([]);
});

describe('a new decoder key', () => {
  const newKey = '7c7621cdcf592a95366d17279181c506'; // Invented.
  const change = {
    keyType: 2,
    keyRevisionNumber: keyRevisionNumber(2),
    keyExpiryNumber: keyExpiryNumber(255),
    tariffIndex: tariffIndex('01'),
    supplyGroupCode: supplyGroupCode('123456'),
    rollover: false,
  } as const;

  function explainedSet(algorithm: '07' | '11', revealKeySections: boolean): readonly string[] {
    const one = candidate(algorithm);
    const decoderKey = DecoderKey.fromHex(algorithm === '07' ? newKey.slice(0, 16) : newKey);
    return encryptKeyChange({ ...change, decoderKey }, one.cipher).map((token) =>
      JSON.stringify(explainToken(token, [one], { revealKeySections })),
    );
  }

  const words = newKey.toUpperCase().match(/.{8}/g) ?? [];

  test.each(['07', '11'] as const)(
    'is hidden unless asked for, under algorithm %s',
    (algorithm) => {
      const hidden = explainedSet(algorithm, false).join('');
      for (const word of words) expect(hidden).not.toContain(word);
      const shown = explainedSet(algorithm, true).join('');
      for (const word of words.slice(0, algorithm === '07' ? 2 : 4)) expect(shown).toContain(word);
    },
  );

  test('is not told by the checksum over it either', () => {
    for (const json of explainedSet('11', false)) {
      const explanation = JSON.parse(json) as TokenExplanation;
      expect(explanation.candidates[0]).toMatchObject({
        opens: true,
        checksumFound: null,
        checksumExpected: null,
      });
      const opened = openedBy(explanation);
      expect(opened.clear66).toBeNull();
      expect(opened.bits.at(-1)).toMatchObject({ hexadecimal: null, value: 'right' });
      expect(opened.bits.at(-2)).toMatchObject({ hexadecimal: null, value: 'hidden' });
    }
    for (const json of explainedSet('11', true)) {
      const explanation = JSON.parse(json) as TokenExplanation;
      const opened = openedBy(explanation);
      expect(opened.clear66).toMatch(/^2[0-9A-F]{16}$/);
      expect(opened.bits.at(-1)?.hexadecimal).toBe(explanation.candidates[0]?.checksumFound);
    }
  });

  test.each(['07', '11'] as const)(
    'is not told when somebody changes the class, which travels in clear, under algorithm %s',
    (algorithm) => {
      const one = candidate(algorithm);
      const decoderKey = DecoderKey.fromHex(algorithm === '07' ? newKey.slice(0, 16) : newKey);
      for (const token of encryptKeyChange({ ...change, decoderKey }, one.cipher)) {
        // Class 2 becomes class 0: bit 28 is cleared, and what is encrypted stays as it is.
        const asCredit = String(BigInt(token) & ~(1n << 28n)).padStart(20, '0');
        const explanation = explainToken(asCredit, [one]);
        expect(explanation.candidates[0]).toMatchObject({
          opens: false,
          checksumFound: null,
          checksumExpected: null,
        });
      }
    },
  );

  test('that a set would be refused is told as an answer to the set', () => {
    const one = candidate('07', EVERY_KEY, { keyType: 2 });
    const decoderKey = DecoderKey.fromHex(newKey.slice(0, 16));
    const [first = ''] = encryptKeyChange({ ...change, decoderKey, keyType: 3 }, one.cipher);
    const { refusals, summary } = explainToken(first, [one]);
    expect(refusals).toMatchObject([{ result: 'KeyTypeError', to: 'complete-set' }]);
    expect(summary).toContain('A meter would refuse the complete set with KeyTypeError.');
  });

  test('its supply group in the third token of 64 bits is no secret', () => {
    const third = JSON.parse(explainedSet('07', false)[2] ?? '') as TokenExplanation;
    expect(openedBy(third).clear66).not.toBeNull();
    expect(fieldsOf(third)[0]).toEqual(['SGC', '123456']);
  });
});

describe('whatever is typed', () => {
  const everyCandidate = ENCRYPTION_ALGORITHM_CODES.map((code) => candidate(code));
  const anyCandidates = fc.subarray([
    ...everyCandidate,
    candidate('07', EVERY_KEY, { keyType: 1, keyExpiryNumber: keyExpiryNumber(0), baseDate: 2035 }),
  ]);

  function expectSound(explanation: TokenExplanation): void {
    const { opened } = explanation;
    expect(JSON.stringify(explanation)).not.toMatch(/undefined|NaN/);
    expect(explanation.summary).toMatch(/\.$/);
    for (const { sentence } of explanation.refusals) expect(sentence).toMatch(/\.$/);
    if (opened === null) return;
    let next = 65;
    for (const piece of opened.bits) {
      expect(piece.highestBit).toBe(next);
      expect(piece.lowestBit).toBeLessThanOrEqual(piece.highestBit);
      next = piece.lowestBit - 1;
      expect(piece.value).not.toBe('');
      expect(piece.meaning).toMatch(/^[A-Z].*\.$/);
      for (const objection of piece.objections) expect(objection).toMatch(/^[A-Z].*\.$/);
    }
    expect(next).toBe(-1);
  }

  test('nothing throws, and the pieces of what opens cover every bit once', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 2n ** 66n - 1n),
        anyCandidates,
        fc.boolean(),
        (bits, keys, reveal) => {
          const digits = bits.toString().padStart(20, '0');
          expectSound(explainToken(digits, keys, { revealKeySections: reveal }));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('any text at all is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const explanation = explainToken(typed, everyCandidate);
        expectSound(explanation);
        expect(explanation.fault === null).toBe(explanation.digits !== null);
      }),
    );
  });

  // Every class, subclass and length of key, with a right checksum, so that all of them open.
  test.each(
    [0, 1, 2, 3].flatMap((tokenClass) =>
      Array.from({ length: 16 }, (_, subclass) => ({ tokenClass, subclass })),
    ),
  )('class $tokenClass, subclass $subclass with any fields', ({ subclass, tokenClass }) => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 2n ** 44n - 1n),
        fc.constantFrom(...everyCandidate),
        (fields, key) => {
          const bits = (BigInt(subclass) << 44n) | fields;
          const isCurrency = tokenClass === 0 && subclass >= 4 && subclass <= 7;
          const token = sealed(tokenClass, bits, key.cipher, isCurrency ? tokenCrcC : tokenCrc);
          const explanation = explainToken(token, [key]);
          expectSound(explanation);
          expect(openedBy(explanation)).toMatchObject({ tokenClass, subclass });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a row of the table is explained with its own name, purpose and clause', () => {
    const named = TOKEN_ROWS.filter((row) => 'name' in row);
    expect(named.length).toBeGreaterThan(20);
    for (const row of named) {
      const key = candidate('keyBits' in row && row.keyBits === 64 ? '07' : '11');
      const isCurrency = row.status === 'defined' && row.checksum === 'CRC_C';
      const bits = BigInt(row.subclass) << 44n;
      const crc = isCurrency ? tokenCrcC : tokenCrc;
      const opened = openedBy(explainToken(sealed(row.tokenClass, bits, key.cipher, crc), [key]));
      const { clause, confidence, name, purpose, status } = row;
      expect(opened).toMatchObject({ clause, confidence, name, purpose, status });
      if (confidence === 'high') continue;
      for (const piece of opened.bits.filter(({ member }) => member !== null)) {
        expect(piece.confidence).toBe(confidence);
      }
    }
  });
});
