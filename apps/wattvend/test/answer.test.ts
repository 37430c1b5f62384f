import { describe, expect, test } from 'vitest';
import { answer } from '../src/sts/answer.ts';

const KEY = { decoderKey: '2241b47901afd917' };
const CREDIT = { class: 0, subclass: 0, rnd: 7, tid: 5, amount: '1' };
const DERIVED = {
  dkga: '02',
  pan: '600727123456789030',
  kt: 2,
  sgc: '123456',
  ti: '07',
  krn: 1,
  ea: '07',
  vendingKey: '0e68f738ad45c870',
};
const DERIVED_BY_DKGA04 = {
  ...DERIVED,
  dkga: '04',
  baseDate: 2014,
  vendingKey: '06ddd1324998e0db6ba9b06e69ae91ad0683eaf3',
};

const { ea: _, ...DKGA02_WITHOUT_EA } = DERIVED;
const BLOCK_62 = {
  op: 'block',
  ea: '62',
  dir: 'encrypt',
  key: '000102030405060708090a0b0c0d0e0f',
  in: '0b19eb230100c207',
  pan: '600727123456789030',
};

describe('refusals', () => {
  test.each([
    ['no object', 7, 'BadRequest'],
    ['no operation', {}, 'BadRequest'],
    ['an operation nobody has', { op: 'mint' }, 'BadRequest'],
    ['an inherited name for an operation', { op: 'constructor' }, 'BadRequest'],
    ['a MeterPAN of 17 digits', { op: 'pan', pan: '60072712345678903' }, 'FormatError'],
    ['a MeterPAN of another issuer', { op: 'pan', pan: '600728123456789030' }, 'FormatError'],
    ['the same, unchecked', { op: 'pan', pan: '600728123456789030', check: false }, 'FormatError'],
    ['a wrong PAN check digit', { op: 'pan', pan: '600727123456789031' }, 'PanCheckDigit'],
    ['a wrong DRN check digit', { op: 'pan', pan: '600727123456789006' }, 'DrnCheckDigit'],
    ['a maker of three digits', { op: 'makePan', mfrCode: '123', dsn: '12345678' }, 'BadRequest'],
    ['a day that is not', { op: 'tid', issued: '2016-02-30T00:00Z', baseDate: 2014 }, 'BadRequest'],
    ['a local time', { op: 'tid', issued: '2016-02-28T00:00', baseDate: 2014 }, 'BadRequest'],
    ['no base date', { op: 'tid', issued: '2016-02-28T00:00Z' }, 'BadRequest'],
    ['a TID of 25 bits', { op: 'tid', tid: 2 ** 24, baseDate: 2014 }, 'TidRange'],
    [
      'a time before the base date',
      { op: 'tid', issued: '2013-01-01T00:00Z', baseDate: 2014 },
      'TidRange',
    ],
    ['times that are no list', { op: 'tidSequence', issued: 'x', baseDate: 2014 }, 'BadRequest'],
    ['a KEN of nine bits', { op: 'ken', tid: 1, ken: 256 }, 'BadRequest'],
    ['an amount below zero', { op: 'amount', amount: '-1' }, 'AmountRange'],
    ['an amount above the range', { op: 'amount', amount: '1820162.41' }, 'AmountRange'],
    ['very much', { op: 'amount', amount: '9'.repeat(400) }, 'AmountRange'],
    ['no number', { op: 'amount', amount: '1e3' }, 'BadRequest'],
    ['half a unit', { op: 'amount', units: '1.5' }, 'BadRequest'],
    ['a code of 17 bits', { op: 'amount', field: 65_536 }, 'AmountRange'],
    ['half an octet', { op: 'crc', hex: '0' }, 'BadRequest'],
    [
      'a short block',
      { op: 'block', ea: '07', dir: 'encrypt', key: '0011223344556677', in: '00' },
      'BadRequest',
    ],
    [
      'a short key',
      { op: 'block', ea: '11', dir: 'encrypt', key: '0011223344556677', in: '0011223344556677' },
      'BadRequest',
    ],
    [
      'an algorithm nobody has',
      { op: 'block', ea: '08', dir: 'encrypt', key: '', in: '' },
      'BadEa',
    ],
    [
      'no direction',
      { op: 'block', ea: '07', key: '0011223344556677', in: '0011223344556677' },
      'BadRequest',
    ],
    [
      'no tables',
      {
        op: 'block',
        ea: '07',
        dir: 'encrypt',
        key: '0011223344556677',
        in: '0011223344556677',
        tables: 'mine',
      },
      'BadRequest',
    ],
    [
      'endless blocks',
      {
        op: 'block',
        ea: '07',
        dir: 'encrypt',
        key: '0011223344556677',
        in: '0011223344556677',
        times: 1e9,
      },
      'BadRequest',
    ],
    ['a DITK', { op: 'key', key: { ...DERIVED, kt: 0 } }, 'NoDkgaForDitk'],
    ['a KRN of 10', { op: 'key', key: { ...DERIVED, krn: 10 } }, 'BadKrn'],
    ['a KRN of 0', { op: 'key', key: { ...DERIVED, krn: 0 } }, 'BadKrn'],
    [
      'a DES key of even parity',
      { op: 'key', key: { ...DERIVED, vendingKey: '0f68f738ad45c870' } },
      'BadVendingKey',
    ],
    [
      'a DES key of 160 bits',
      { op: 'key', key: { ...DERIVED, vendingKey: DERIVED_BY_DKGA04.vendingKey } },
      'BadVendingKey',
    ],
    [
      'a DKGA04 key of 64 bits',
      { op: 'key', key: { ...DERIVED_BY_DKGA04, vendingKey: DERIVED.vendingKey } },
      'BadVendingKey',
    ],
    ['MISTY1 by DKGA02', { op: 'key', key: { ...DERIVED, ea: '11' } }, 'BadEa'],
    ['DEA by DKGA04', { op: 'key', key: { ...DERIVED_BY_DKGA04, ea: '09' } }, 'BadEa'],
    [
      'a common key by DKGA04',
      { op: 'key', key: { ...DERIVED_BY_DKGA04, kt: 3 } },
      'NotImplemented',
    ],
    ['a meter DKGA01 is not for', { op: 'key', key: { ...DERIVED, dkga: '01' } }, 'BadRequest'],
    ['DKGA01 for DES', { op: 'key', key: { ...DERIVED, dkga: '01', ea: '09' } }, 'BadEa'],
    ['a short DKGA03 key', { op: 'key', key: { ...DERIVED, dkga: '03' } }, 'BadVendingKey'],
    ['a DKGA nobody has', { op: 'key', key: { ...DERIVED, dkga: '05' } }, 'BadRequest'],
    [
      'an inherited name for a DKGA',
      { op: 'key', key: { ...DERIVED, dkga: 'toString' } },
      'BadRequest',
    ],
    ['a KRN in words', { op: 'key', key: { ...DERIVED, krn: '1' } }, 'BadRequest'],
    ['a KRN of one and a half', { op: 'key', key: { ...DERIVED, krn: 1.5 } }, 'BadKrn'],
    ['a tariff index of 100', { op: 'key', key: { ...DERIVED, ti: 100 } }, 'BadRequest'],
    [
      'a supply group of 7 digits',
      { op: 'key', key: { ...DERIVED, sgc: '1234567' } },
      'BadRequest',
    ],
    ['a key type nobody has', { op: 'key', key: { ...DERIVED, kt: 4 } }, 'BadRequest'],
    [
      'a wrong MeterPAN in a key',
      { op: 'key', key: { ...DERIVED, pan: '600727123456789031' } },
      'PanCheckDigit',
    ],
    ['no key', { op: 'encode', token: CREDIT }, 'BadRequest'],
    [
      'a random number of five bits',
      { op: 'encode', token: { ...CREDIT, rnd: 16 }, key: KEY },
      'BadRequest',
    ],
    [
      'no random number',
      { op: 'encode', token: { ...CREDIT, rnd: undefined }, key: KEY },
      'BadRequest',
    ],
    [
      'a token beyond the key',
      { op: 'encode', token: { ...CREDIT, tid: 65_536 }, key: { ...KEY, ken: 0 } },
      'VkExpired',
    ],
    [
      'a reserved service',
      { op: 'encode', token: { ...CREDIT, subclass: 8 }, key: KEY },
      'BadRequest',
    ],
    [
      "a maker's own token",
      { op: 'encode', token: { class: 2, subclass: 11 }, key: KEY },
      'BadRequest',
    ],
    [
      'the reserved class',
      { op: 'encode', token: { class: 3, subclass: 0 }, key: KEY },
      'BadRequest',
    ],
    [
      'a class of three bits',
      { op: 'encode', token: { class: 4, subclass: 0 }, key: KEY },
      'BadRequest',
    ],
    [
      'a subclass of five bits',
      { op: 'encode', token: { class: 0, subclass: 16 }, key: KEY },
      'BadRequest',
    ],
    ['no class', { op: 'encode', token: {}, key: KEY }, 'BadRequest'],
    [
      'an extended token to read',
      { op: 'encode', token: { class: 1, subclass: 2 } },
      'NotImplemented',
    ],
    [
      'an extended token to set',
      { op: 'encode', token: { class: 2, subclass: 10 }, key: KEY },
      'NotImplemented',
    ],
    [
      'a 4th section for a key of 64 bits',
      { op: 'encode', token: { class: 2, subclass: 9, sgcho: 1, nkmo1: 1 }, key: KEY },
      'BadRequest',
    ],
    [
      'a limit above the code',
      { op: 'encode', token: { ...CREDIT, class: 2, mpl: 18_201_625 }, key: KEY },
      'AmountRange',
    ],
    [
      'a limit below zero',
      { op: 'encode', token: { ...CREDIT, class: 2, mpl: '-1' }, key: KEY },
      'AmountRange',
    ],
    [
      'a padding that is not zero',
      { op: 'encode', token: { ...CREDIT, class: 2, subclass: 5, pad: 1 }, key: KEY },
      'BadRequest',
    ],
    [
      'a register of 17 bits',
      { op: 'encode', token: { ...CREDIT, class: 2, subclass: 1, register: 65_536 }, key: KEY },
      'BadRequest',
    ],
    ['test 37', { op: 'encode', token: { class: 1, subclass: 0, test: 37 } }, 'BadRequest'],
    ['test 29 of 28', { op: 'encode', token: { class: 1, subclass: 1, test: 29 } }, 'BadRequest'],
    ['no test', { op: 'encode', token: { class: 1, subclass: 0 } }, 'BadRequest'],
    ['no tests', { op: 'encode', token: { class: 1, subclass: 0, tests: [] } }, 'BadRequest'],
    [
      'a maker of three digits where there are two',
      { op: 'encode', token: { class: 1, subclass: 0, test: 1, mfrCode: 100 } },
      'BadRequest',
    ],
    [
      'money above the code',
      { op: 'amount', currency: true, units: `1${'0'.repeat(36)}` },
      'AmountRange',
    ],
    ['a currency code of 21 bits', { op: 'amount', currency: true, field: 2 ** 20 }, 'AmountRange'],
    ['a currency that is no flag', { op: 'amount', currency: 'EUR', units: '1' }, 'BadRequest'],
    ['FF1 without a MeterPAN', { ...BLOCK_62, pan: undefined }, 'BadRequest'],
    ['FF1 with a wrong MeterPAN', { ...BLOCK_62, pan: '600727123456789031' }, 'PanCheckDigit'],
    [
      'a letter in a token',
      { op: 'decode', token: '1234567890123456789O', key: KEY },
      'FormatError',
    ],
    ['a meter without a PAN', { op: 'meter', meter: { key: KEY }, events: [] }, 'BadRequest'],
    [
      'a meter without events',
      { op: 'meter', meter: { key: KEY, pan: DERIVED.pan } },
      'BadRequest',
    ],
    ['a key change of nothing', { op: 'keyChange' }, 'BadRequest'],
    [
      'a key change to a longer key',
      { op: 'keyChange', old: KEY, new: { ...DERIVED_BY_DKGA04, ea: '11' } },
      'BadRequest',
    ],
    [
      'a key change to a DITK that is derived',
      { op: 'keyChange', old: KEY, new: { ...DERIVED_BY_DKGA04, kt: 0 } },
      'NoDkgaForDitk',
    ],
    [
      'a key change by an algorithm that makes no such keys',
      { op: 'keyChange', old: { ea: '11', decoderKey: '00'.repeat(16) }, new: DKGA02_WITHOUT_EA },
      'BadEa',
    ],
    [
      'a rollover of two',
      { op: 'keyChange', old: KEY, new: { ...DERIVED_BY_DKGA04, ro: 2 } },
      'BadRequest',
    ],
    [
      'a meter of a ninth service',
      { op: 'meter', meter: { key: KEY, pan: DERIVED.pan, services: [8] }, events: [] },
      'BadRequest',
    ],
    [
      'credit for a service the meter lacks',
      { op: 'meter', meter: { key: KEY, pan: DERIVED.pan, credit: { 1: '5' } }, events: [] },
      'BadRequest',
    ],
    [
      'a time that runs out of numbers',
      { op: 'meter', meter: { key: KEY, pan: DERIVED.pan }, events: [{ token: '', at: 1e300 }] },
      'BadRequest',
    ],
    [
      'a meter with the sample tables',
      { op: 'meter', meter: { key: KEY, pan: DERIVED.pan }, events: [], tables: 'sample' },
      'BadRequest',
    ],
  ])('%s', (_, request, error) => {
    expect(answer(request)).toMatchObject({ ok: false, error, detail: expect.any(String) });
  });

  test.each([
    [{ op: 'pan', pan: '600727123456789031' }, 'MeterPAN', 'It is 1 and should be 0.'],
    [{ op: 'pan', pan: '600727123456789006' }, '(DRN)', 'It is 0 and should be 3.'],
    [{ op: 'decode', token: '1234-O' }, 'decimal digits', 'Character 6 is no digit.'],
    [{ op: 'decode', token: '1234' }, '20 digits', 'Got 4.'],
    [{ op: 'decode', token: '9'.repeat(20) }, '66 bits', '73786976294838206463'],
    [
      { op: 'tid', issued: '2046-01-01T00:00Z', baseDate: 2014 },
      'beyond the last minute',
      'from 2014-01-01T00:00Z to 2045-11-24T20:15Z',
    ],
  ])('%j says what is wrong and what would be right', (request, what, right) => {
    const { detail } = answer(request);
    expect(detail).toContain(what);
    expect(detail).toContain(right);
  });

  test('a refusal inside a request is not taken for ours', () => {
    expect(answer({ op: 'key', key: { ok: false, error: 'Mine' } })).toMatchObject({
      error: 'BadRequest',
    });
  });

  test('no refusal repeats a key', () => {
    const request = { op: 'key', key: { ...DERIVED, vendingKey: '0f68f738ad45c870' } };
    expect(JSON.stringify(answer(request))).not.toContain('0f68');
  });
});

test.each([
  ['-0', 0],
  ['0', 0],
  ['000000000000001.00', 10],
  ['25.55', 256],
  ['25.5', 255],
  ['25.50000000000000000001', 256],
  ['0.1', 1],
  ['0.10', 1],
])('%s kWh is %i tenths, rounded up', (amount, tenths) => {
  expect(answer({ op: 'amount', amount })).toMatchObject({ ok: true, carried: String(tenths) });
});

test('a special token takes 00:01 of its day and is read back as reserved', () => {
  const issued = '2026-03-01T13:14Z';
  const token = { ...CREDIT, tid: undefined, issued, baseDate: 2014, special: true };
  expect(answer({ op: 'encode', token, key: KEY })).toMatchObject({
    ok: true,
    decode: { reservedTid: true, issued: '2026-03-01T00:01Z' },
  });
});

test('what was encoded is decoded by the operation decode, member for member', () => {
  const key = { ...KEY, baseDate: 2014 };
  const encoded = answer({ op: 'encode', token: CREDIT, key });
  expect(answer({ op: 'decode', token: encoded['token'], key })).toEqual({
    ok: true,
    ...(encoded['decode'] as object),
  });
});

test('a block decrypts to what was encrypted, a thousand times over', () => {
  const request = { op: 'block', ea: '11', key: '00112233445566778899aabbccddeeff', times: 1000 };
  const { out } = answer({ ...request, dir: 'encrypt', in: '0123456789abcdef' });
  expect(answer({ ...request, dir: 'decrypt', in: out })).toEqual({
    ok: true,
    out: '0123456789abcdef',
  });
});

describe('a meter', () => {
  const pan = DERIVED.pan;
  const tokenAt = (tid: number, amount: string) =>
    answer({ op: 'encode', token: { ...CREDIT, tid, amount }, key: KEY })['token'];
  const run = (meter: object, ...tokens: readonly unknown[]) =>
    answer({
      op: 'meter',
      meter: { pan, key: KEY, ...meter },
      events: tokens.map((token) => ({ token })),
    });
  const results = (...all: readonly string[]) => all.map((result) => ({ result }));

  test('takes a token once and keeps what it had', () => {
    const token = tokenAt(100, '2.5');
    expect(run({ credit: { 0: '10' } }, token, token, 'nonsense', '0'.repeat(20))).toMatchObject({
      ok: true,
      results: results('Accept', 'UsedError', 'FormatError', 'CRCError'),
      state: { credit: { 0: '35' } },
    });
  });

  test('knows its ceiling, its key type and its expiry', () => {
    expect(run({ creditMax: { 0: '24' } }, tokenAt(100, '2.5'), tokenAt(101, '2.4'))).toMatchObject(
      {
        results: results('OverflowError', 'Accept'),
      },
    );
    expect(run({ key: { ...KEY, kt: 1 } }, tokenAt(100, '1'))).toMatchObject({
      results: results('DDTKError'),
    });
    expect(run({ ken: 0 }, tokenAt(65_536, '1'), tokenAt(65_535, '1'))).toMatchObject({
      results: results('KeyExpiredError', 'Accept'),
    });
  });

  test('refuses the reserved class and runs a test', () => {
    expect(run({}, '00000000000402653184', '56493153725450313471')).toMatchObject({
      results: results('FunctionError', 'Accept'),
    });
  });

  test('takes the services it has and no other, each in its register', () => {
    const water = answer({ op: 'encode', token: { ...CREDIT, subclass: 1 }, key: KEY })['token'];
    const services = { services: [1, 4], credit: { 4: '-7' }, creditMax: { 1: '15' } };
    expect(run(services, water, tokenAt(6, '1'))).toMatchObject({
      results: results('Accept', 'FunctionError'),
      state: { credit: { 1: '10', 4: '-7' } },
    });
  });

  test.each([
    ['07', KEY.decoderKey, 20_000],
    ['09', KEY.decoderKey, 20_000],
    ['11', BLOCK_62.key, 20_000],
    ['61', BLOCK_62.key, 20_000],
    ['62', BLOCK_62.key, 2000],
  ])('of algorithm %s takes so many events and no more', (ea, decoderKey, eventsMax) => {
    const enter = (count: number) =>
      answer({
        op: 'meter',
        meter: { pan, key: { ea, decoderKey } },
        events: Array.from({ length: count }, () => ({ token: '' })),
      });
    expect(enter(eventsMax)).toMatchObject({ ok: true, results: { length: eventsMax } });
    expect(enter(eventsMax + 1)).toEqual({
      ok: false,
      error: 'BadRequest',
      detail: `"events" are at most ${eventsMax}`,
    });
  });

  test('forgets a section of a new key after the time it is given', () => {
    const change = { ...DERIVED_BY_DKGA04, ken: 200 };
    const { newKey, tokens } = answer({ op: 'keyChange', old: { ...KEY, kt: 2 }, new: change });
    const [first, second] = tokens as readonly string[];
    const at = (seconds: number) =>
      answer({
        op: 'meter',
        meter: { pan, key: KEY, kctTimeout: 100 },
        events: [{ token: first }, { token: second, at: seconds }],
      });
    expect(at(99)).toMatchObject({
      results: results('1stKCT', 'Accept'),
      state: { decoderKey: newKey, ken: 200, ti: 7, krn: 1 },
    });
    expect(at(101)).toMatchObject({ results: results('1stKCT', '2ndKCT'), state: KEY });
  });
});

describe('tokens of every kind', () => {
  const LONG = { ea: '11', decoderKey: '000102030405060708090a0b0c0d0e0f' };
  const timed = { rnd: 3, tid: 1441 };
  const SHORT = { ...KEY, ea: '07' };

  test.each([
    ['gas', { class: 0, subclass: 2, ...timed, amount: '1.05' }, SHORT, { amount: '1.1' }],
    ['time', { class: 0, subclass: 3, ...timed, units: 16_385 }, LONG, { units: '16394' }],
    [
      'a debit, rounded down in size',
      { class: 0, subclass: 7, tid: 2, amount: '-0.000019' },
      LONG,
      { name: 'timeCurrency', units: '-1', amount: '-0.00001', fields: { se: 8, amountField: 1 } },
    ],
    [
      'a debit that rounds to nothing',
      { class: 0, subclass: 4, tid: 2, amount: '-0.000009' },
      SHORT,
      { units: '0', fields: { se: 0, amountField: 0 } },
    ],
    [
      'a limit',
      { class: 2, subclass: 0, ...timed, mpl: '16385' },
      SHORT,
      { mpl: '16394', fields: { rnd: 3, tid: 1441, mplField: 0x4001 }, reservedTid: true },
    ],
    [
      'a register',
      { class: 2, subclass: 1, ...timed, register: 65_535 },
      LONG,
      { fields: { rnd: 3, tid: 1441, register: 65_535 } },
    ],
    [
      'a 1st section',
      { class: 2, subclass: 3, kenho: 15, krn: 9, ro: 1, kct3: 1, kt: 3, nkho: 'ffffffff' },
      SHORT,
      { fields: { kenho: 15, krn: 9, ro: 1, kct3: 1, kt: 3, nkho: 0xffffffff } },
    ],
    [
      'a 2nd section',
      { class: 2, subclass: 4, kenlo: 1, ti: '99', nklo: 5 },
      LONG,
      { fields: { kenlo: 1, ti: 99, nklo: 5 } },
    ],
    [
      'a 3rd section with a supply group',
      { class: 2, subclass: 8, sgc: '012345' },
      SHORT,
      { name: 'set3rdSectionDecoderKey', fields: { sgc: 12_345, pad: 0 } },
    ],
    [
      'a 3rd section of a long key',
      { class: 2, subclass: 8, sgclo: 4095, nkmo2: '00000001' },
      LONG,
      { fields: { sgclo: 4095, nkmo2: 1 } },
    ],
    [
      'a 4th section',
      { class: 2, subclass: 9, sgcho: 1, nkmo1: '80000000' },
      LONG,
      { fields: { sgcho: 1, nkmo1: 0x80000000 } },
    ],
  ])('%s is made and read back', (_, token, key, decode) => {
    const encoded = answer({ op: 'encode', token, key });
    expect(encoded).toMatchObject({ ok: true, decoderKey: key.decoderKey, decode });
    expect(answer({ op: 'decode', token: encoded['token'], key })).toEqual({
      ok: true,
      ...(encoded['decode'] as object),
    });
  });

  test.each([
    ['several tests', { subclass: 0, tests: [3, 36, 3] }, [3, 36]],
    ['a field of control', { subclass: 1, control: 5, mfrCode: '0075' }, [1, 3]],
    ['no test at all', { subclass: 1, control: 0 }, []],
  ])('a class 1 token of %s needs no key, and none is looked at', (_, fields, tests) => {
    const encoded = answer({ op: 'encode', token: { class: 1, ...fields } });
    expect(encoded).toMatchObject({ ok: true, decode: { tests } });
    expect(answer({ op: 'decode', token: encoded['token'], key: 'none' })).toEqual({
      ok: true,
      ...(encoded['decode'] as object),
    });
  });

  test('a test token with a wrong digit has a wrong checksum', () => {
    expect(answer({ op: 'decode', token: '00000000000201328897' })).toEqual({
      ok: true,
      class: 1,
      crcOk: false,
      error: 'CRCError',
    });
  });

  test('what the standard keeps for later is named when it is read', () => {
    // Subclass 7, all other fields as they came; the checksum was computed elsewhere.
    expect(answer({ op: 'decode', token: '26599180135442376154' })).toEqual({
      ok: true,
      class: 3,
      subclass: 7,
      status: 'reserved',
      crcOk: true,
      crc: '65da',
    });
    // A slip of the finger often looks like class 3.
    expect(answer({ op: 'decode', token: '00000000000402653184' })).toEqual({
      ok: true,
      class: 3,
      crcOk: false,
      error: 'CRCError',
    });
  });

  test.each([61, 62])('private algorithm %i is used like the others', (ea) => {
    const key = { ea: String(ea), decoderKey: LONG.decoderKey, pan: DERIVED.pan };
    const encoded = answer({ op: 'encode', token: CREDIT, key });
    expect(answer({ op: 'decode', token: encoded['token'], key })).toMatchObject({
      ok: true,
      units: '10',
    });
    expect(answer({ op: 'decode', token: encoded['token'], key: LONG })).toMatchObject({
      error: 'CRCError',
    });
  });
});

test('an ordinary token issued at 00:01 takes 00:02, and a number is taken as it is', () => {
  const encode = (minute: object) =>
    answer({ op: 'encode', token: { ...CREDIT, tid: undefined, ...minute }, key: KEY });
  expect(encode({ issued: '2026-03-01T00:01Z', baseDate: 2014 })).toMatchObject({
    decode: { reservedTid: false, issued: '2026-03-01T00:02Z' },
  });
  expect(encode({ tid: 1441 })).toMatchObject({ decode: { reservedTid: true } });
});

describe('a key change', () => {
  const old = { ea: '07', decoderKey: KEY.decoderKey, kt: 2, baseDate: 1993 };
  const firstSection = (request: object) => {
    const { tokens } = answer({ op: 'keyChange', old, ...request }) as { tokens: string[] };
    return answer({ op: 'decode', token: tokens[0], key: old })['fields'];
  };

  test.each([
    ['rolls over where the base dates differ', {}, { ro: 1 }],
    ['does not where they are the same', { baseDate: 1993 }, { ro: 0 }],
    ['does as it is told', { ro: 0 }, { ro: 0 }],
    ['never expires unless it is said', {}, { kenho: 15 }],
    ['takes a tariff index as a number', { ti: 7 }, { kct3: 0 }],
  ])('%s', (_, changes, fields) => {
    expect(firstSection({ new: { ...DERIVED_BY_DKGA04, ...changes } })).toMatchObject(fields);
  });

  test.each([
    [undefined, undefined, 0],
    [undefined, 1993, 0],
    [undefined, 2014, 1],
    [2014, undefined, 1],
    [1993, undefined, 0],
    [2014, 2014, 0],
    [2014, 2035, 1],
  ])('from base date %s to %s has RO %i: one that is not named is 1993', (from, to, ro) => {
    const change = { decoderKey: '589b2de4aad1d6e0', kt: 2, krn: 1, ti: '07', baseDate: to };
    expect(firstSection({ old: { ...old, baseDate: from }, new: change })).toMatchObject({ ro });
  });

  test('with a rollover to the key the meter has is refused', () => {
    const change = { decoderKey: KEY.decoderKey, kt: 2, krn: 1, ti: '07' };
    const refusal = {
      ok: false,
      error: 'BadRequest',
      detail: expect.stringContaining('A rollover takes another key'),
    };
    const { baseDate: _, ...undated } = old;
    expect(answer({ op: 'keyChange', old, new: { ...change, ro: 1 } })).toEqual(refusal);
    expect(answer({ op: 'keyChange', old: undated, new: { ...change, baseDate: 2014 } })).toEqual(
      refusal,
    );
    expect(answer({ op: 'keyChange', old, new: { ...change, ro: 0 } })).toMatchObject({ ok: true });
  });

  test('announces its third token', () => {
    expect(firstSection({ new: DERIVED_BY_DKGA04, three: true })).toMatchObject({ kct3: 1 });
  });

  test('needs the MeterPAN of an FF1 meter once', () => {
    const ff1 = { ea: '62', decoderKey: '00'.repeat(16) };
    const change = { ...DERIVED_BY_DKGA04, ea: '62' };
    expect(answer({ op: 'keyChange', old: ff1, new: change })).toMatchObject({
      tokens: { length: 4 },
    });
  });
});
