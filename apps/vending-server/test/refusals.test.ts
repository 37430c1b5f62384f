/** The list of refusals, its page in the documents, and its pages on the server are one thing. */
import { VEND_REFUSALS } from '@wattvend/vending/refusals.js';
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

test('every refusal of a vend is in the list, in the order of the vend', () => {
  const listed = REFUSAL_CODES.filter((code) => VEND_REFUSALS.some((each) => each === code));
  expect(listed).toEqual([...VEND_REFUSALS]);
});
