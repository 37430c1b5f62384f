import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnavailable, noAnswer, parseProblem } from '../src/api/refusal.ts';

test('a problem is read with everything it says', () => {
  const body = {
    type: '/problems/float_exceeded',
    title: 'The float is exceeded',
    status: 409,
    detail: 'KES 12.00 is available.',
    code: 'float_exceeded',
    retry_can_help: true,
    errors: [{ path: '/tendered_minor', message: 'too much' }, { message: 'plain' }, 7],
  };
  expect(parseProblem(409, body, '5')).toEqual({
    code: 'float_exceeded',
    status: 409,
    title: 'The float is exceeded',
    detail: 'KES 12.00 is available.',
    retryCanHelp: true,
    retryAfterSeconds: 5,
    errors: [
      { path: '/tendered_minor', message: 'too much' },
      { path: '', message: 'plain' },
    ],
  });
});

test('a problem without words borrows them from its code', () => {
  expect(parseProblem(409, { code: 'x' })).toMatchObject({ title: 'x', detail: 'x' });
});

test.each([['<html>'], [null], [undefined], [{}], [{ code: 7 }], [[]]])(
  'the foreign body %j is said to be one',
  (body) => {
    expect(parseProblem(502, body).code).toBe('answer_not_understood');
  },
);

test.each([
  ['5', 5],
  ['Sun, 22 Nov 2026 10:00:00 GMT', null],
  ['-1', null],
  [null, null],
])('Retry-After %s is %s seconds', (header, seconds) => {
  expect(parseProblem(503, { code: 'x' }, header).retryAfterSeconds).toBe(seconds);
});

test('no answer and server faults are unavailability, refusals are not', () => {
  expect(isUnavailable(noAnswer())).toBe(true);
  expect(isUnavailable(parseProblem(503, null))).toBe(true);
  expect(isUnavailable(parseProblem(409, { code: 'x' }))).toBe(false);
});

test('nothing a server sends makes the reader throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (body, header) => {
      expect(typeof parseProblem(500, body, header).detail).toBe('string');
    }),
  );
});
