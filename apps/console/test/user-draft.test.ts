import { expect, test } from 'vitest';
import { explainSignInName, newUserOf, type UserDraft } from '../src/forms/user-draft.ts';

const whole: UserDraft = {
  displayName: ' Amara Okoye ',
  signInName: ' amara ',
  work: 'cashier',
  vendorId: 'v1',
};

test.each<[string, Partial<UserDraft>, readonly string[], string | null]>([
  ['a cashier', {}, ['cashier'], 'v1'],
  [
    'a desk, whatever vendor was chosen before',
    { work: 'desk' },
    ['supervisor', 'customer_officer'],
    null,
  ],
])('%s', (_, change, roles, vendor_id) => {
  expect(newUserOf({ ...whole, ...change })).toEqual({
    sign_in_name: 'amara',
    display_name: 'Amara Okoye',
    roles,
    vendor_id,
  });
});

test.each<[string, Partial<UserDraft>]>([
  ['no name', { displayName: ' ' }],
  ['no sign-in name', { signInName: '' }],
  ['a sign-in name of two words', { signInName: 'a b' }],
  ['a cashier without a vendor', { vendorId: '' }],
])('%s makes no request', (_, change) => {
  expect(newUserOf({ ...whole, ...change })).toBeNull();
});

test('a sign-in name is explained while it is typed', () => {
  expect(explainSignInName('zoë.o-k_1@kiosk')).toBeNull();
  expect(explainSignInName('')).toBeNull();
  expect(explainSignInName('zoë o')).toContain('Letters');
});
