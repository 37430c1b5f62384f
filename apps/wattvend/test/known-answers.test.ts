import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answer } from '../src/sts/answer.ts';
import { checkKnownAnswers, contains, parseKnownAnswers } from '../src/sts/known-answers.ts';

const FILE = new URL('../../../vectors/sts-known-answers.json', import.meta.url);
const parsed = parseKnownAnswers(readFileSync(FILE, 'utf8'));
if (parsed.kind === 'fault') throw new Error(parsed.detail);
const { knownAnswers } = parsed;

// The language is whole: a known answer that was left out would be a hole in the net.
test.each(knownAnswers)('$id', ({ expect: expected, input }) => {
  expect(contains(answer(input), expected), JSON.stringify(answer(input))).toBe(true);
});

test('the file is counted whole: all pass, none is skipped', () => {
  expect(checkKnownAnswers(knownAnswers, answer)).toEqual({ passed: 91, skipped: 0, misses: [] });
});

describe('an answer contains what is expected', () => {
  test.each([
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: 1 }, {}],
    [{ a: { b: 'x', c: 0 } }, { a: { b: 'x' } }],
    [{ a: 5 }, { a: null }],
    [{}, { a: null }],
    [{ list: [1, { a: 2, b: 3 }] }, { list: [null, { a: 2 }] }],
  ])('%j holds %j', (got, expected) => {
    expect(contains(got, expected)).toBe(true);
  });

  test.each([
    [{ a: 1 }, { a: '1' }],
    [{}, { a: 1 }],
    [{ list: [1] }, { list: [1, 2] }],
    [{ list: [1, 2] }, { list: [1] }],
    [{ list: { 0: 1 } }, { list: [1] }],
    [{ a: [1] }, { a: { 0: 1 } }],
    [{ a: null }, { a: {} }],
  ])('%j does not hold %j', (got, expected) => {
    expect(contains(got, expected)).toBe(false);
  });
});

test('a miss is reported with what was expected and what came', () => {
  const [one] = knownAnswers;
  if (one === undefined) throw new Error('no known answers');
  const report = checkKnownAnswers([one], () => ({ ok: true }));
  expect(report).toEqual({
    passed: 0,
    skipped: 0,
    misses: [{ id: one.id, expected: one.expect, got: { ok: true } }],
  });
});

test.each([
  ['', 'it is not JSON'],
  ['[]', 'it does not have the schema'],
  ['{"schema":"other/1","vectors":[]}', 'it does not have the schema'],
  ['{"schema":"sts-vectors/1"}', 'it has no list of vectors'],
  ['{"schema":"sts-vectors/1","vectors":[]}', 'it has no list of vectors'],
  ['{"schema":"sts-vectors/1","vectors":[{"id":"a","input":{}}]}', 'vector 1 lacks'],
  ['{"schema":"sts-vectors/1","vectors":[{"id":1,"input":{},"expect":{}}]}', 'vector 1 lacks'],
])('the file %s cannot be used', (content, detail) => {
  expect(parseKnownAnswers(content)).toMatchObject({
    kind: 'fault',
    detail: expect.stringContaining(detail),
  });
});

test.each([
  ['lists', '['.repeat(200_000) + ']'.repeat(200_000)],
  ['objects', `${'{"a":'.repeat(200_000)}0${'}'.repeat(200_000)}`],
  ['a hundred and one levels', '['.repeat(100) + ']'.repeat(100)],
])('a vector that expects %s inside each other cannot be used', (_, deep) => {
  const vector = `{"id":"deep","input":{},"expect":{"a":${deep}}}`;
  expect(parseKnownAnswers(`{"schema":"sts-vectors/1","vectors":[${vector}]}`)).toEqual({
    kind: 'fault',
    detail: 'vector 1 expects something nested more than 100 levels deep',
  });
});

test('a vector may expect what is nested 100 levels deep, and may ask for more', () => {
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const vector = `{"id":"a","input":{"a":${deep(1000)}},"expect":{"a":${deep(99)}}}`;
  expect(parseKnownAnswers(`{"schema":"sts-vectors/1","vectors":[${vector}]}`)).toMatchObject({
    kind: 'known-answers',
  });
});
