import { explainToken } from '@wattvend/sts/explain-token.js';
import type { OpenedToken, TokenExplanation } from '@wattvend/sts/explanation.js';
import { TOKEN_ROWS } from '@wattvend/sts/layouts.js';
import { expect, test } from 'vitest';
import type { Session } from '../src/api/model.ts';
import {
  bitText,
  classExtraction,
  describeDrawing,
  drawnFields,
  segmentIn,
  segmentRows,
} from '../src/pages/token-lab/drawn-bits.ts';
import {
  buildKeyChange,
  FIRST_KEY_CHANGE,
  type KeyChangeDraft,
} from '../src/pages/token-lab/key-change-draft.ts';
import {
  EMPTY_KEY_DRAFT,
  type KeyDraft,
  type LabKey,
  readKeyDraft,
} from '../src/pages/token-lab/key-draft.ts';
import {
  firstNewKey,
  newKeySamples,
  SAMPLE_KEYS,
  SAMPLE_TOKENS,
  sampleKey,
  sampleKeyText,
} from '../src/pages/token-lab/samples.ts';
import {
  buildToken,
  membersOf,
  readScaled,
  type TokenDraft,
  UNITS,
  writeScaled,
} from '../src/pages/token-lab/token-draft.ts';
import {
  isKeyChangeSection,
  KEY_CHANGE,
  rowOfChoice,
  tokenChoices,
  wordsOf,
} from '../src/pages/token-lab/token-names.ts';
import { ordinal, readTypedDigits } from '../src/pages/token-lab/typed-digits.ts';
import { allSampleKeys, OWN_KEY, readChosenKey } from '../src/pages/token-lab/use-lab-keys.ts';
import { mayDo, mayUse, pageOf } from '../src/shell/access.ts';

// Published: 10 kWh under a public test key.
const PUBLISHED = '35500312443047940328';

function labKey(id: string): LabKey {
  const sample = SAMPLE_KEYS.find((one) => one.id === id);
  if (sample === undefined) throw new Error(id);
  return sampleKey(sample);
}

function explained(digits: string, keys = allSampleKeys()): TokenExplanation {
  const candidates = keys.map(({ candidate }) => candidate);
  return explainToken(digits, candidates, { revealKeySections: true });
}

function opened(digits: string, keys = allSampleKeys()): OpenedToken {
  const token = explained(digits, keys).opened;
  if (token === null) throw new Error(`nothing opens ${digits}`);
  return token;
}

function shown(token: OpenedToken, abbreviation: string): string | undefined {
  return token.bits.find((bits) => bits.abbreviation === abbreviation)?.value;
}

test.each<[string, string]>([
  ['1234O', 'The 5th character is a letter, "O". Is it a 0?'],
  ['1234 5678 9l', 'The 10th character is a letter, "l". Is it a 1?'],
  ['x', 'The 1st character is a letter, "x".'],
  ['12–34', 'The 3rd character is "–", no digit from 0 to 9.'],
  [`${PUBLISHED}1`, '21 digits. A token has 20, so 1 digit is too many.'],
  [`${PUBLISHED}123`, '23 digits. A token has 20, so 3 digits are too many.'],
])('what is typed wrong is told where: %s', (typed, sentence) => {
  expect(readTypedDigits(typed)).toEqual({ kind: 'fault', sentence });
});

test('typing is no fault yet, and blanks and hyphens are none at all', () => {
  expect(readTypedDigits(' - ')).toEqual({ kind: 'empty' });
  expect(readTypedDigits('3550 0')).toEqual({
    kind: 'incomplete',
    sentence: '5 of 20 digits: 15 to go.',
  });
  expect(readTypedDigits('3550-0312 4430\u00a04794\t0328\n')).toEqual({
    kind: 'digits',
    digits: PUBLISHED,
  });
  expect(readTypedDigits('73786976294838206463')).toMatchObject({ kind: 'digits' });
  expect(readTypedDigits('73786976294838206464')).toMatchObject({
    kind: 'fault',
    sentence: expect.stringContaining('66 bits'),
  });
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 112].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '112th',
  ]);
});

test('every sample key is whole, and the private ones say what they are not', () => {
  expect(allSampleKeys()).toHaveLength(SAMPLE_KEYS.length);
  for (const { draft, id, isStandard, name } of SAMPLE_KEYS) {
    expect(isStandard, id).toBe(!['61', '62'].includes(draft.encryptionAlgorithm));
    expect(name.includes('not part of IEC 62055-41'), id).toBe(!isStandard);
    expect(labKey(id).candidate.cipher.encryptionAlgorithm).toBe(draft.encryptionAlgorithm);
    expect(labKey(id).candidate.baseDate).toBe(draft.baseDate);
  }
});

test('the example tokens are what their names say', () => {
  const digits = Object.fromEntries(SAMPLE_TOKENS.map((token) => [token.name, token.digits]));
  const published = opened(digits['10 kWh'] ?? '');
  expect(published.clear66).toBe('00565DA7000646C75');
  expect(shown(published, 'Amount')).toBe('10.0 kWh');
  expect(opened(digits['Part of a key change'] ?? '').name).toBe('set1stSectionDecoderKey');
  expect(shown(opened(digits['Show the totals'] ?? ''), 'Control')).toContain('test 3');
  const money = opened(digits['Money'] ?? '');
  expect([money.tokenClass, money.subclass]).toEqual([0, 4]);
  expect(explained(digits['Not ours'] ?? '')).toMatchObject({ opened: null, tokenClass: 2 });
  expect(explained(digits['One digit wrong'] ?? '').opened).toBeNull();
});

const ownDecoder: KeyDraft = {
  ...EMPTY_KEY_DRAFT,
  decoderKey: ' E7B2 1AA9 ec92 9c96 ',
  baseDate: 1993,
};
const ownVending: KeyDraft = {
  ...EMPTY_KEY_DRAFT,
  from: 'vending-key',
  dkga: '02',
  vendingKey: '0e68f738ad45c870',
  meterNumber: '000008672268032057',
  supplyGroupCode: '910296',
  tariffIndex: '64',
  keyRevisionNumber: '9',
};

test('a key of one’s own is read: a decoder key, or one derived from a vending key', () => {
  const decoder = readChosenKey(OWN_KEY, ownDecoder);
  expect(decoder.kind === 'key' && shown(opened(PUBLISHED, [decoder.key]), 'RND')).toBe('5');
  const vending = readKeyDraft('own', ownVending);
  if (vending.kind === 'faults') throw new Error(JSON.stringify(vending.faults));
  // Published with the known answers of the standard.
  expect(vending.key.decoderKey.use((octets) => Buffer.from(octets).toString('hex'))).toBe(
    '151732ec5913c1e2',
  );
  expect(vending.key.candidate.keyType).toBe(2);
});

test.each<[string, Partial<KeyDraft>, string, string]>([
  ['letters', { from: 'decoder-key', decoderKey: 'xyz' }, 'decoderKey', 'hexadecimal'],
  ['too short', { from: 'decoder-key', decoderKey: 'e7b2' }, 'decoderKey', '8 or 16 octets'],
  [
    'another algorithm',
    { from: 'decoder-key', decoderKey: 'e7b21aa9ec929c96', encryptionAlgorithm: '11' },
    'decoderKey',
    '16 octets',
  ],
  ['parity', { vendingKey: '0e68f738ad45c871' }, 'vendingKey', 'odd parity'],
  ['length', { vendingKey: '0e68' }, 'vendingKey', 'takes 8 octets'],
  ['check digit', { meterNumber: '12345678904' }, 'meterNumber', 'check digit'],
  ['PAN check digit', { meterNumber: '000008672268032058' }, 'meterNumber', 'MeterPAN'],
  ['SGC of 7 digits', { supplyGroupCode: '9102960' }, 'supplyGroupCode', '6 digits'],
  ['TI 100', { tariffIndex: '100' }, 'tariffIndex', '00 to 99'],
  ['KRN 0', { keyRevisionNumber: '0' }, 'keyRevisionNumber', '1 to 9'],
  ['KEN 256', { keyExpiryNumber: '256' }, 'keyExpiryNumber', '0 to 255'],
  ['DITK', { keyType: 0 }, 'keyType', 'never derived'],
  ['EA not of DKGA', { encryptionAlgorithm: '11' }, 'dkga', 'makes no keys'],
])('a key with a fault is refused at its field: %s', (_, change, field, words) => {
  const read = readKeyDraft('own', { ...ownVending, ...change });
  expect(read.kind).toBe('faults');
  if (read.kind === 'key') return;
  expect(Object.keys(read.faults)).toEqual([field]);
  expect(read.faults[field]).toContain(words);
  // A sentence never repeats a key.
  expect(JSON.stringify(read.faults)).not.toMatch(/0e68f738|e7b21aa9/i);
});

test('an empty key is not yet wrong: its fault has no words', () => {
  expect(readKeyDraft('own', EMPTY_KEY_DRAFT)).toEqual({
    kind: 'faults',
    faults: { decoderKey: '' },
  });
  const aes = readKeyDraft('own', { ...EMPTY_KEY_DRAFT, encryptionAlgorithm: '62' });
  expect(aes).toEqual({ kind: 'faults', faults: { decoderKey: '', meterNumber: '' } });
});

const draft: TokenDraft = {
  values: { energy: '10.0', random: '5', register: '65535', manufacturerCode: '75' },
  tests: [9],
  time: '2005-09-10T10:56',
  isSpecial: false,
};

function choiceOf(tokenClass: number, subclass: number): string {
  const at = TOKEN_ROWS.findIndex(
    (row) => row.tokenClass === tokenClass && 'subclass' in row && row.subclass === subclass,
  );
  return String(at);
}

function built(tokenClass: number, subclass: number, change: Partial<TokenDraft>, key: string) {
  return buildToken(
    rowOfChoice(choiceOf(tokenClass, subclass)),
    { ...draft, ...change },
    labKey(key),
  );
}

test('the published token is built from its fields', () => {
  expect(built(0, 0, {}, 'sta-published')).toEqual({
    kind: 'built',
    digits: PUBLISHED,
    rounded: null,
  });
  // Known answer: test 9 for maker 75.
  expect(built(1, 0, {}, 'sta-published')).toMatchObject({ digits: '00000000004434106935' });
});

test('whatever can be chosen is built, and says the same when taken apart', () => {
  const texts = { volume: '1.5', span: '2', currency: '-3.5', rate: '7', waterMeterFactor: '8' };
  const powers = { maximumPowerLimit: '7000', maximumPhasePowerUnbalanceLimit: '900' };
  const values = { ...draft.values, ...texts, ...powers };
  const rows = tokenChoices()
    .flatMap(({ items }) => items)
    .filter(({ disabled, value }) => !disabled && value !== KEY_CHANGE)
    .map(({ value }) => rowOfChoice(value));
  expect(rows).toHaveLength(16);
  for (const row of rows) {
    const made = buildToken(row, { ...draft, values }, labKey('sta-published'));
    if (made.kind === 'faults') throw new Error(`${row.name}: ${JSON.stringify(made.faults)}`);
    const token = opened(made.digits, [labKey('sta-published')]);
    expect([token.tokenClass, token.subclass, token.name]).toEqual([
      row.tokenClass,
      row.subclass,
      row.name,
    ]);
    for (const { abbreviation, holds, name } of membersOf(row)) {
      const unit = UNITS[holds];
      if (unit === undefined || holds === 'currency') continue;
      expect(parseFloat(shown(token, abbreviation)?.replaceAll(/[\s,]/g, '') ?? ''), name).toBe(
        Number(values[name as keyof typeof values]),
      );
    }
  }
});

test('an amount the field cannot hold is rounded up, and the page says to what', () => {
  const asked = { ...draft.values, energy: '1638.5' };
  expect(built(0, 0, { values: asked }, 'sta-published')).toMatchObject({
    rounded: { asked: '1\u202f638.5 kWh', carried: '1\u202f639.4 kWh' },
  });
});

test.each<[string, number, Partial<TokenDraft>, string, string]>([
  ['two decimals', 0, { values: { energy: '1.25', random: '1' } }, 'energy', 'tenths of kWh'],
  ['a comma', 0, { values: { energy: '1,5', random: '1' } }, 'energy', 'digits and a point'],
  ['less than nothing', 0, { values: { energy: '-1', random: '1' } }, 'energy', 'less than zero'],
  ['too much', 0, { values: { energy: '1820162.5', random: '1' } }, 'energy', 'greater than'],
  ['random 16', 0, { values: { energy: '1', random: '16' } }, 'random', '0 to 15'],
  ['no time', 0, { time: '' }, 'tokenIdentifier', 'Give a date'],
  ['before the base date', 0, { time: '1992-12-31T23:59' }, 'tokenIdentifier', 'before the base'],
  ['after its range', 0, { time: '2024-11-24T20:16' }, 'tokenIdentifier', 'beyond the last'],
  ['reserved minute', 0, { time: '2005-09-10T00:01' }, 'tokenIdentifier', '00:01'],
])('a fault stands at its field: %s', (_, subclass, change, field, words) => {
  const made = built(0, subclass, change, 'sta-published');
  if (made.kind === 'built') throw new Error(made.digits);
  expect(Object.keys(made.faults)).toEqual([field]);
  expect(made.faults[field]).toContain(words);
});

test('tests and makers are refused at their fields', () => {
  expect(built(1, 0, { tests: [] }, 'sta-published')).toMatchObject({
    faults: { control: 'Choose a test.' },
  });
  expect(
    built(1, 0, { values: { ...draft.values, manufacturerCode: '100' } }, 'sta-published'),
  ).toMatchObject({ faults: { manufacturerCode: expect.stringContaining('0 to 99') } });
});

test('a special token takes 00:01 of its day, whatever the time', () => {
  const made = built(0, 0, { isSpecial: true }, 'sta-published');
  if (made.kind === 'faults') throw new Error(JSON.stringify(made.faults));
  expect(shown(opened(made.digits), 'TID')).toContain('2005-09-10 00:01 UTC');
});

test('decimals are read and written without a float', () => {
  const kwh = { name: 'kWh', places: 1 };
  const money = { name: 'of the base currency', places: 5 };
  expect(readScaled('1 638.5', kwh)).toEqual({ kind: 'value', value: 16385n });
  expect(readScaled('7', kwh)).toEqual({ kind: 'value', value: 70n });
  expect(readScaled('90071992547409.93', money)).toEqual({
    kind: 'value',
    value: 9007199254740993000n,
  });
  expect(readScaled('-0.00001', money)).toEqual({ kind: 'value', value: -1n });
  expect(readScaled('', kwh)).toEqual({ kind: 'fault', sentence: '' });
  expect(readScaled('1.5', { name: 'W', places: 0 })).toMatchObject({
    sentence: 'The token counts whole W.',
  });
  expect(writeScaled(16385n, 1)).toBe('1\u202f638.5');
  expect(writeScaled(-1n, 5)).toBe('−0.00001');
  expect(writeScaled(7000n, 0)).toBe('7\u202f000');
});

function changed(change: Partial<KeyChangeDraft>, key: string) {
  const present = labKey(key);
  const first = { ...FIRST_KEY_CHANGE, decoderKey: firstNewKey(present) };
  return buildKeyChange({ ...first, ...change }, present);
}

test('a key change has two, three or four tokens, each of its section', () => {
  const subclassesOf = (key: string, change: Partial<KeyChangeDraft>): readonly number[] => {
    const made = changed(change, key);
    if (made.kind === 'faults') throw new Error(JSON.stringify(made.faults));
    return made.tokens.map((digits) => opened(digits, [labKey(key)]).subclass);
  };
  expect(subclassesOf('sta-published', { supplyGroupCode: '' })).toEqual([3, 4]);
  expect(subclassesOf('sta-published', {})).toEqual([3, 4, 8]);
  expect(subclassesOf('misty1', {})).toEqual([3, 4, 8, 9]);
});

test.each<[string, Partial<KeyChangeDraft>, string, string]>([
  ['a key of another length', { decoderKey: '00'.repeat(16) }, 'decoderKey', 'length of the key'],
  [
    'a rollover to the key the meter has',
    { decoderKey: 'e7b21aa9ec929c96', rollover: true },
    'decoderKey',
    'another key',
  ],
  ['no key', { decoderKey: '' }, 'decoderKey', ''],
  ['KRN 10', { keyRevisionNumber: '10' }, 'keyRevisionNumber', '1 to 9'],
  ['TI 100', { tariffIndex: '100' }, 'tariffIndex', '00 to 99'],
  ['KEN 256', { keyExpiryNumber: '256' }, 'keyExpiryNumber', '0 to 255'],
  ['SGC of 7 digits', { supplyGroupCode: '1234567' }, 'supplyGroupCode', '6 digits'],
])('a key change with a fault is refused at its field: %s', (_, change, field, words) => {
  const made = changed(change, 'sta-published');
  if (made.kind === 'built') throw new Error('it was built');
  expect(Object.keys(made.faults)).toEqual([field]);
  expect(made.faults[field]).toContain(words);
});

test('a set for a long key cannot leave the supply group out', () => {
  expect(changed({ supplyGroupCode: ' ' }, 'misty1')).toMatchObject({
    faults: { supplyGroupCode: expect.stringContaining('128 bits') },
  });
});

test('the new key that is offered first is another one than the present', () => {
  for (const sample of SAMPLE_KEYS) {
    const key = sampleKey(sample);
    const first = firstNewKey(key);
    expect(first, sample.id).not.toBe(sampleKeyText(sample));
    const values = newKeySamples(key.candidate.cipher.keyBits).map(({ value }) => value);
    expect(values).toContain(first);
    expect(new Set(values).size).toBe(values.length);
  }
});

test('every row of the table can be seen; what cannot be built is told and disabled', () => {
  const groups = tokenChoices();
  const items = groups.flatMap((group) => group.items);
  expect(items).toHaveLength(TOKEN_ROWS.length + 1);
  expect(groups.map(({ items: { length } }) => length > 0)).toEqual([true, true, true, true]);
  for (const [at, row] of TOKEN_ROWS.entries()) {
    const item = items.find(({ value }) => value === String(at));
    expect(item?.disabled, item?.label).toBe(row.status !== 'defined' || isKeyChangeSection(row));
  }
  expect(items.find(({ label }) => label.includes('Reserved'))?.label).toMatch(/^0\/8–15/);
  expect(wordsOf('set1stSectionDecoderKey')).toBe('Set 1st section decoder key');
});

test('the fields of a drawing cover the 66 bits once, in rows of 32 and of 16', () => {
  for (const { digits } of SAMPLE_TOKENS) {
    const token = explained(digits).opened;
    if (token === null) continue;
    const fields = drawnFields(token.bits);
    for (const columns of [16, 32]) {
      const rows = segmentRows(fields, columns);
      const text = rows.map((row) => row.map(({ bits }) => bits).join(''));
      expect(text.map(({ length }) => length)).toEqual(rows.map(() => columns));
      const [ofClass] = fields.flatMap((field) => segmentIn(field, 65, 64));
      expect(`${ofClass?.bits}${text.join('')}`).toBe(bitText(token.clear66 ?? '', 66));
    }
  }
});

test('a field that goes over the end of a row is cut there', () => {
  const fields = drawnFields(opened(PUBLISHED).bits);
  const tid = segmentRows(fields, 16)
    .flat()
    .filter(({ field }) => field.abbreviation === 'TID');
  expect(tid.map(({ bits, highestBit, lowestBit }) => [highestBit, lowestBit, bits])).toEqual([
    [55, 48, '01100101'],
    [47, 32, '1101101001110000'],
  ]);
  expect(describeDrawing(fields)).toContain('RND, bits 59 to 56: 0101');
});

test('the parts of a key that are not shown are drawn as nothing', () => {
  const { opened: token } = explainToken(
    '28919506789025814259',
    allSampleKeys().map(({ candidate }) => candidate),
  );
  const hidden = drawnFields(token?.bits ?? []).filter(({ bits }) => bits === null);
  expect(hidden.map(({ abbreviation }) => abbreviation)).toContain('NKHO');
  expect(describeDrawing(hidden)).toContain('NKHO, bits 47 to 16: not shown');
});

test('the class and what it displaced change places', () => {
  const { number66 } = explained('28919506789025814259');
  const { block, extractedBits, numberBits, tokenClass } = classExtraction(number66 ?? '');
  const at = (bits: string, bit: number): string => bits.slice(65 - bit, 67 - bit);
  expect(tokenClass).toBe(2);
  expect(at(numberBits, 28)).toBe('10');
  expect(at(extractedBits, 65)).toBe('10');
  expect(at(extractedBits, 28)).toBe(at(numberBits, 65));
  expect(BigInt(`0b${numberBits}`)).toBe(28919506789025814259n);
  expect(BigInt(`0b${extractedBits.slice(2)}`)).toBe(BigInt(`0x${block}`));
});

test('everybody signed in may use the lab; a key of one’s own is for engineers', () => {
  const session = (permission: Session['user']['permissions'][number]): Session =>
    ({ demo: false, user: { permissions: [permission], vendor: null } }) as unknown as Session;
  expect(mayUse('token-lab', session('vend.sell'))).toBe(true);
  expect(mayDo('own-keys', session('vend.sell'))).toBe(false);
  expect(mayDo('own-keys', session('engineering.request'))).toBe(true);
  expect(pageOf('/token-lab')).toBe('token-lab');
});
