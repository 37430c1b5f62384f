// `wattvend token explain`, the real program. All keys here are invented or published.
import { describe, expect, test } from 'vitest';
import { besideLabel, printable, wrap } from '../src/text-layout.ts';
import { parseCandidateKeys } from '../src/token/candidate-keys.ts';
import { fileWith, wattvend } from './program.ts';

// Published with its key: 10.0 kWh, made in minute 6675056.
const CREDIT = '35500312443047940328';
const CREDIT_KEY = {
  name: 'the published meter',
  ea: '07',
  decoderKey: 'e7b21aa9ec929c96',
  baseDate: 1993,
};
const OTHER_KEY = {
  name: 'another meter',
  ea: '11',
  decoderKey: '000102030405060708090a0b0c0d0e0f',
  baseDate: 2014,
};
const DISPLAY_TOTALS = '00000000000201328896';
// The first of a published set for a key of 64 bits.
const FIRST_SECTION = '33307569383373100842';
const SECTION_KEY = { ea: '07', decoderKey: '589b2de4aad1d6e0', baseDate: 2014 };

const keys = (name: string, ...list: readonly object[]) => fileWith(name, JSON.stringify(list));
const explain = (args: readonly string[], input = '') =>
  wattvend(['token', 'explain', ...args], input);

describe.concurrent('wattvend token explain', () => {
  test.each([
    ['as it is', [DISPLAY_TOTALS], ''],
    ['with hyphens', ['0000-0000-0002-0132-8896'], ''],
    ['in several arguments', ['0000', '0000', '0002', '0132', '8896'], ''],
    ['on standard input', ['-'], '0000 0000 0002\n0132 8896\n'],
  ])('takes a token %s; class 1 needs no key', async (_, args, input) => {
    const { status, stderr, stdout } = await explain(args, input);
    expect(stdout).toContain('Token     0000 0000 0002 0132 8896\n');
    expect(stdout).toContain('test 3: totals of use');
    expect(stdout).toMatch(/^59-24 {2}Control {3}0{8}4 {2}test 3/m);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('says which key opens a token, and what it holds', async () => {
    const { status, stdout } = await explain([
      CREDIT,
      '--keys',
      keys('two', OTHER_KEY, CREDIT_KEY),
    ]);
    expect(stdout).toMatch(/^ {2}opens {3}the published meter: EA 07 \(STA\); checksum 6C75$/m);
    expect(stdout).toMatch(/^ {2}no {6}another meter: EA 11 \(MISTY1\)$/m);
    expect(stdout).toMatch(/^31-16 {2}Amount {4}0064 {4}10\.0 kWh$/m);
    expect(stdout).toContain('2005-09-10 10:56 UTC');
    expect(stdout).toContain('Nothing in the token speaks against it.');
    expect(status).toBe(0);
  });

  test('says that no key opens it, and names the digits', async () => {
    const file = keys('no', OTHER_KEY, { ...CREDIT_KEY, decoderKey: '0123456789abcdef' });
    const { status, stdout } = await explain([CREDIT, '--keys', file]);
    expect(stdout).toContain('None of the 2 keys opens it');
    expect(stdout).toContain('Class     0, credit');
    expect(stdout).not.toContain('Amount');
    expect(status).toBe(1);
  });

  test('without a key says what can be known', async () => {
    const { status, stdout } = await explain([CREDIT]);
    expect(stdout).toContain('Class     0, credit; encrypted');
    expect(stdout).toContain('--keys');
    expect(status).toBe(1);
  });

  test('says why a meter would refuse it', async () => {
    const { status, stdout } = await explain([
      CREDIT,
      '--keys',
      keys('old', { ...CREDIT_KEY, kt: 1, ken: 100 }),
    ]);
    expect(stdout).toMatch(/^Refused$/m);
    expect(stdout).toContain('KeyExpiredError');
    expect(stdout).toContain('DDTKError');
    expect(status).toBe(1);
  });

  test.each([
    ['a digit too many', '000000000002013288961', 'It has 21: 1 digit too many.'],
    ['a letter', '0000000000020132889O', 'Character 20, "O", is no digit.'],
    ['a number above 66 bits', '99999999999999999999', 'above-66-bits'],
  ])('explains %s', async (_, typed, words) => {
    const { status, stdout } = await explain([typed]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(words);
    expect(status).toBe(1);
  });

  test('hides the parts of a new key until it is asked for them', async () => {
    const file = keys('section', SECTION_KEY);
    const hidden = await explain([FIRST_SECTION, '--keys', file]);
    const shown = await explain([FIRST_SECTION, '--keys', file, '--reveal-key-sections']);
    // The new key is 3795a4f18bcde4cb.
    expect(hidden.stdout).toContain('hidden');
    expect(hidden.stdout).not.toMatch(/3795a4f1/i);
    expect(shown.stdout).toMatch(/^47-16 {2}NKHO {6}3795A4F1/m);
    expect([hidden.status, shown.status]).toEqual([0, 0]);
  });

  test('prints JSON for programs', async () => {
    const { status, stdout } = await explain(
      [CREDIT, '--json', '--keys', '-'],
      JSON.stringify([CREDIT_KEY]),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      digits: '3550 0312 4430 4794 0328',
      opened: { candidate: 'the published meter', name: 'electricity', subclass: 0 },
      refusals: [],
    });
    expect(stdout).not.toContain(CREDIT_KEY.decoderKey);
    expect(status).toBe(0);
  });

  test('says of a private algorithm that it is not of the standard', async () => {
    const key = { ...OTHER_KEY, ea: '62', pan: '600727123456789030' };
    const token = '{"class":0,"subclass":0,"rnd":1,"tid":9,"units":5}';
    const request = `{"op":"encode","token":${token},"key":${JSON.stringify(key)}}`;
    const made = JSON.parse((await wattvend(['sts', 'answer'], request)).stdout) as {
      token: string;
    };
    const { stdout } = await explain([made.token, '--keys', keys('ff1', key)]);
    expect(stdout).toContain('not part of IEC 62055-41');
  });

  test('keeps to eighty columns and shows no colour where nobody sees it', async () => {
    const file = keys(
      'wide',
      { ...CREDIT_KEY, kt: 1, ken: 1 },
      { ...OTHER_KEY, name: 'x'.repeat(99) },
    );
    const { stdout } = await explain([CREDIT, '--keys', file]);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    ['nothing', [], '', /missing required argument/],
    ['an empty token', [' '], '', /there is no token/],
    ['nothing on standard input', ['-'], '\n', /there is no token/],
    ['a file instead of a token', ['-'], 'x'.repeat(2000), /too long/],
    ['an option nobody has', [CREDIT, '--key', 'x'], '', /unknown option '--key'/],
    ['two things on one input', ['-', '--keys', '-'], '', /only one of/],
    ['keys that are missing', [CREDIT, '--keys', '/nowhere/keys.json'], '', /ENOENT/],
    [
      'keys that are not JSON',
      [CREDIT, '--keys', '-'],
      'decoderKey',
      /standard input: it is not JSON/,
    ],
    ['a key instead of a list', [CREDIT, '--keys', '-'], '{}', /not a list/],
  ])('cannot use %s', async (_, args, input, message) => {
    const { status, stderr, stdout } = await explain(args, input);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('writes nothing to a terminal that would move it', async () => {
    const name = 'a\u001b[2J\u202eb';
    const { stdout } = await explain([CREDIT, '--keys', keys('escape', { ...CREDIT_KEY, name })]);
    expect(stdout).toContain('a\ufffd[2J\ufffdb');
    expect((await explain(['12\u001b[31m'])).stdout).not.toContain('\u001b');
  });
});

describe('a file of keys', () => {
  test.each([
    ['too long', null, 'more than 1000000 octets'],
    ['not JSON', '[{"decoderKey": "0123', 'it is not JSON'],
    ['empty', '[]', 'it has no keys'],
    ['of too many keys', JSON.stringify(new Array(10_001).fill(0)), 'more than 10000 keys'],
    ['of numbers', '[1]', 'key 1 (key 1): a key is an object'],
    ['without a base date', [{ ...CREDIT_KEY, baseDate: undefined }], '"baseDate" must be'],
    ['of a short key', [CREDIT_KEY, { ...CREDIT_KEY, decoderKey: '0123' }], 'key 2 (the published'],
    ['of a key of another length', [{ ...CREDIT_KEY, ea: '11' }], 'length of the decoder key'],
    ['of an algorithm nobody has', [{ ...CREDIT_KEY, ea: '08' }], '"ea" must be'],
    ['of FF1 without a meter', [{ ...OTHER_KEY, ea: '62' }], 'needs the MeterPAN'],
    ['of a DITK to derive', [{ dkga: '04', kt: 0 }], 'never derived'],
    ['of a key type nobody has', [{ ...CREDIT_KEY, kt: 4 }], '"kt" must be'],
    ['of a KEN of nine bits', [{ ...CREDIT_KEY, ken: 256 }], 'key expiry number'],
    ['of a supply group of five digits', [{ ...CREDIT_KEY, sgc: '12345' }], '"sgc" must be'],
  ])('%s cannot be used', (_, content, detail) => {
    const text = Array.isArray(content) ? JSON.stringify(content) : content;
    const parsed = parseCandidateKeys(text as string | null);
    expect(parsed).toMatchObject({ kind: 'fault', detail: expect.stringContaining(detail) });
    expect(JSON.stringify(parsed)).not.toMatch(/0123|e7b21aa9|0001020304/);
  });

  test('gives candidates with what is known of them', () => {
    const derived = {
      dkga: '04',
      ea: '11',
      vendingKey: '06ddd1324998e0db6ba9b06e69ae91ad0683eaf3',
      pan: '600727123456789030',
      kt: 2,
      sgc: '123456',
      ti: '07',
      krn: 1,
      ken: 9,
      baseDate: 2035,
    };
    const parsed = parseCandidateKeys(JSON.stringify([derived, CREDIT_KEY]));
    if (parsed.kind === 'fault') throw new Error(parsed.detail);
    const [first, second] = parsed.candidates;
    expect(first).toMatchObject({
      name: 'key 1',
      baseDate: 2035,
      keyType: 2,
      keyExpiryNumber: 9,
      supplyGroupCode: '123456',
    });
    expect(second).not.toHaveProperty('keyType');
    expect(second?.name).toBe('the published meter');
  });
});

describe('text for a terminal', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 80, ['one two three']],
    ['0123456789', 4, ['0123', '4567', '89']],
    ['', 4, ['']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('stands beside its label', () => {
    expect(besideLabel('Key', 'one two', { indent: 5, width: 10 })).toEqual([
      'Key  one',
      '     two',
    ]);
  });

  test('is only what is seen', () => {
    expect(printable('a\u001b\u009b\u202e\u2028é漢')).toBe('a\ufffd\ufffd\ufffd\ufffdé漢');
  });
});
