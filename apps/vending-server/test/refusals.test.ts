/** The list of refusals, its page in the documents, and its pages on the server are one thing. */
import { readFileSync } from 'node:fs';
import { VEND_REFUSALS } from '@wattvend/vending/refusals.js';
import { expect, test } from 'vitest';
import { REFUSAL_CODES, REFUSALS } from '../src/http/refusals.ts';

const PAGE = readFileSync(new URL('../../../docs/reference/refusals.md', import.meta.url), 'utf8');

const SECTION =
  /^## (\w+)\n\n- Status: (\d{3})\n- Title: (.+)\n- Detail: (.+)\n- Can retrying help\? (yes|no)\n\n(\S.+)\n/gm;

test('docs/reference/refusals.md has a section for each code, in order and word for word', () => {
  const written = [...PAGE.matchAll(SECTION)].map(([, code, status, title, detail, retry]) => [
    code,
    { status: Number(status), title, detail, retryCanHelp: retry === 'yes' },
  ]);
  expect(written).toEqual(Object.entries(REFUSALS));
  expect(PAGE.match(/^## /gm)).toHaveLength(REFUSAL_CODES.length);
});

test('every refusal of a vend is in the list, in the order of the vend', () => {
  const listed = REFUSAL_CODES.filter((code) => VEND_REFUSALS.some((each) => each === code));
  expect(listed).toEqual([...VEND_REFUSALS]);
});
