/** The list of refusals, its page in the documents, and its pages on the server are one thing. */
import { BANK_BATCH_REFUSALS } from '@wattvend/vending/bank-batch.js';
import { CLOSE_SHIFT_REFUSALS } from '@wattvend/vending/close-shift.js';
import { COMMISSION_REFUSALS } from '@wattvend/vending/commission-rules.js';
import { CREDIT_LIMIT_REFUSALS } from '@wattvend/vending/credit-limit.js';
import { DEPOSIT_REVERSAL_REFUSALS } from '@wattvend/vending/deposit-reversal.js';
import { DEPOSIT_REFUSALS } from '@wattvend/vending/deposits.js';
import { END_OF_DAY_REFUSALS } from '@wattvend/vending/end-of-day.js';
import { VEND_REFUSALS } from '@wattvend/vending/refusals.js';
import { SALES_BATCH_REFUSALS } from '@wattvend/vending/sales-batch.js';
import { OPEN_SHIFT_REFUSALS } from '@wattvend/vending/shifts.js';
import { expect, test } from 'vitest';
import { REFUSAL_CODES, REFUSALS } from '../src/http/refusals.ts';

const HEAD = `# Refusals

Every refusal of the API is \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`detail\`, \`code\`,
\`retry_can_help\`, and for \`request_invalid\` also \`errors\`. Words in braces are filled in. If several apply, the
first on this page is answered. \`retry_can_help\` says whether the very same request may succeed later.
`;

function section(code: (typeof REFUSAL_CODES)[number]): string {
  const { status, title, detail, retryCanHelp, meaning } = REFUSALS[code];
  return `
## ${code}

- Status: ${status}
- Title: ${title}
- Detail: ${detail}
- Can retrying help? ${retryCanHelp ? 'yes' : 'no'}

${meaning}
`;
}

// Written anew after a change by `npm test -- apps/vending-server/test/refusals.test.ts --update`.
test('docs/reference/refusals.md has a section for each code, in order and word for word', async () => {
  await expect(HEAD + REFUSAL_CODES.map(section).join('')).toMatchFileSnapshot(
    '../../../docs/reference/refusals.md',
  );
});

test('every refusal has a status that says no, and whole sentences', () => {
  const wrong = REFUSAL_CODES.filter((code) => {
    const { status, title, detail, meaning } = REFUSALS[code];
    const areSentences = [detail, meaning].every((text) => /^[A-Z{`].*[.}]$/s.test(text));
    return status < 400 || status > 599 || title === '' || !areSentences;
  });
  expect(wrong).toEqual([]);
});

test.each<readonly [string, readonly string[]]>([
  ['a vend', VEND_REFUSALS],
  ['a deposit', DEPOSIT_REFUSALS],
  ['a reversal', DEPOSIT_REVERSAL_REFUSALS],
  ['a credit limit', CREDIT_LIMIT_REFUSALS],
  ['a commission', COMMISSION_REFUSALS],
  ['an opening of a shift', OPEN_SHIFT_REFUSALS],
  ['a closing of a shift', CLOSE_SHIFT_REFUSALS],
  ['a sales batch', SALES_BATCH_REFUSALS],
  ['a bank batch', BANK_BATCH_REFUSALS],
  ['an end of day', END_OF_DAY_REFUSALS],
])('every refusal of %s is in the list, in its order', (_, refusals) => {
  const listed = REFUSAL_CODES.filter((code) => refusals.includes(code));
  expect(listed).toEqual([...refusals]);
});
