import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, answerLine } from '../src/sts/answer.ts';

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
    ['DKGA01', { op: 'key', key: { ...DERIVED, dkga: '01' } }, 'NotImplemented'],
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
    ['water', { op: 'encode', token: { ...CREDIT, subclass: 1 }, key: KEY }, 'NotImplemented'],
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
    ['a key change', { op: 'keyChange' }, 'NotImplemented'],
  ])('%s', (_, request, error) => {
    expect(answer(request)).toMatchObject({ ok: false, error, detail: expect.any(String) });
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

  test('has a reserved class refused, and a class it does not know yet left open', () => {
    expect(run({}, '00000000000402653184')).toMatchObject({ results: results('FunctionError') });
    expect(run({}, '56493153725450313471')).toMatchObject({ error: 'NotImplemented' });
  });
});

test('nothing in a line makes the answer throw', () => {
  const ops = fc.constantFrom(
    'pan',
    'tid',
    'amount',
    'crc',
    'block',
    'key',
    'encode',
    'decode',
    'meter',
  );
  const member = fc.constantFrom(
    'pan',
    'tid',
    'baseDate',
    'issued',
    'amount',
    'units',
    'field',
    'hex',
    'ea',
    'dir',
    'key',
    'token',
    'meter',
    'events',
  );
  fc.assert(
    fc.property(ops, fc.dictionary(member, fc.jsonValue()), (op, members) => {
      const line = JSON.stringify({ ...members, op });
      expect(typeof JSON.parse(answerLine(line)).ok).toBe('boolean');
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.string(), (line) => {
      expect(typeof JSON.parse(answerLine(line)).ok).toBe('boolean');
    }),
  );
});
