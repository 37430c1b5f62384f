// Nothing in a line makes the program fail: one line in, one line of JSON out, ok true or false.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerLine } from '../src/sts/answer.ts';
import { parseKnownAnswers } from '../src/sts/known-answers.ts';

const FILE = new URL('../../../vectors/sts-known-answers.json', import.meta.url);
const parsed = parseKnownAnswers(readFileSync(FILE, 'utf8'));
if (parsed.kind === 'fault') throw new Error(parsed.detail);
const PRIVATE = {
  ea: '62',
  decoderKey: '000102030405060708090a0b0c0d0e0f',
  pan: '600727123456789030',
};
const requests: readonly Readonly<Record<string, unknown>>[] = [
  ...parsed.knownAnswers.map(({ input }) => input),
  { op: 'block', dir: 'decrypt', key: PRIVATE.decoderKey, in: '0b19eb230100c207', ...PRIVATE },
  { op: 'encode', token: { class: 2, subclass: 9, sgcho: 1, nkmo1: '00000001' }, key: PRIVATE },
  { op: 'meter', meter: { pan: PRIVATE.pan, key: PRIVATE }, events: [{ token: '', at: 1 }] },
];

interface AnswerRead {
  readonly ok: boolean;
  readonly error?: string;
  readonly detail?: string;
}

function answerTo(line: string): AnswerRead {
  const text = answerLine(line);
  expect(text).not.toContain('\n');
  const read = JSON.parse(text) as AnswerRead;
  expect(typeof read.ok).toBe('boolean');
  if (!read.ok)
    expect(read).toMatchObject({ error: expect.any(String), detail: expect.any(String) });
  return read;
}

// What people and programs get wrong, beside anything JSON can say.
const oddity = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    '',
    -0,
    -1,
    0.5,
    1e21,
    1e308,
    2 ** 53,
    '٣٤٥',
    '１２３４５６７８９０',
    '00'.repeat(200),
    '9'.repeat(5000),
    'constructor',
    '__proto__',
    [],
    {},
    { ok: false, error: 'Mine' },
    { ok: true },
    [null],
    [[[]]],
  ),
  fc.integer(),
  fc.bigInt({ min: 0n, max: 2n ** 70n }).map(String),
  fc.stringMatching(/^[0-9a-f]{0,40}$/),
);

/** A copy in which the place that the path chooses holds something else, or nothing. */
function withChange(value: unknown, path: readonly number[], put: unknown): unknown {
  const [step = 0, ...rest] = path;
  if (typeof value !== 'object' || value === null || path.length === 0) return put;
  const members = Object.entries(value);
  if (members.length === 0) return put;
  const chosen = members[step % members.length]?.[0];
  const changed = members.map(([name, inner]) => [
    name,
    name === chosen ? withChange(inner, rest, put) : inner,
  ]);
  if (Array.isArray(value)) return changed.map(([, inner]) => inner);
  return Object.fromEntries(changed);
}

const change = fc.record({
  path: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
  put: fc.option(oddity, { nil: undefined }),
});

describe('every line has its answer', () => {
  test('of a known request with something else in some places', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...requests),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (request, changes) => {
          const changed = changes.reduce<unknown>(
            (value, { path, put }) => withChange(value, path, put),
            request,
          );
          answerTo(JSON.stringify(changed) ?? '');
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('of a known request with one character changed, lost or added', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...requests),
        fc.nat(),
        fc.nat(2),
        fc.string({ maxLength: 2 }),
        (request, at, lost, added) => {
          const line = JSON.stringify(request);
          const start = at % line.length;
          answerTo(line.slice(0, start) + added + line.slice(start + lost));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('of members of one request in another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...requests), fc.constantFrom(...requests), (left, right) => {
        answerTo(JSON.stringify({ ...left, ...right, op: left['op'] }));
      }),
      { numRuns: 3000 },
    );
  });

  test('of anything at all', () => {
    fc.assert(fc.property(fc.string(), (line) => void answerTo(line)));
  });

  test.each([
    ['a million brackets', '['.repeat(999_999)],
    ['brackets inside a request', `{"op":"crc","hex":${'['.repeat(9e4)}${']'.repeat(9e4)}}`],
    ['a prototype', '{"__proto__":{"op":"crc","hex":"00"}}'],
    ['a number without end', `{"op":"amount","units":1${'0'.repeat(9e5)}}`],
    ['an amount without end', `{"op":"amount","amount":"${'0'.repeat(9e5)}x"}`],
    ['a currency without end', `{"op":"amount","currency":true,"units":"${'9'.repeat(9e5)}"}`],
    ['digits without end', `{"op":"decode","token":"${'1'.repeat(9e5)}"}`],
    ['hyphens without end', `{"op":"decode","token":"${'-'.repeat(9e5)}"}`],
    [
      'a key without end',
      `{"op":"decode","token":"${'1'.repeat(20)}","key":{"decoderKey":"${'00'.repeat(4e5)}"}}`,
    ],
    ['lone surrogates', '{"op":"pan","pan":"\\ud800"}'],
  ])('of %s', (_, line) => {
    expect(answerTo(line).ok).toBe(false);
  });

  test('and a line that is too long is not read', () => {
    const answered = JSON.parse(answerLine(null)) as AnswerRead;
    expect(answered).toMatchObject({ ok: false, error: 'BadRequest' });
  });
});

test('no refusal repeats what may be a key', () => {
  // Odd lengths, odd parity, odd places: whatever is wrong, the digits stay out of the answer.
  const hex = fc.stringMatching(/^[0-9a-f]{12,40}$/);
  fc.assert(
    fc.property(fc.constantFrom(...requests), hex, (request, digits) => {
      const line = JSON.stringify(request, (member, value: unknown) =>
        member === 'decoderKey' || member === 'vendingKey' ? digits : value,
      );
      const read = answerTo(line);
      if (!read.ok) expect(JSON.stringify(read)).not.toContain(digits);
    }),
    { numRuns: 2000 },
  );
});
