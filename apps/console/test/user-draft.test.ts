import { expect, test } from 'vitest';
import type { Roles } from '../src/api/model.ts';
import { whyNot, workOf } from '../src/forms/role-words.ts';
import { explainSignInName, newUserOf, type UserDraft } from '../src/forms/user-draft.ts';

const whole: UserDraft = {
  displayName: ' Amara Okoye ',
  signInName: ' amara ',
  roles: ['cashier'],
  vendorId: 'v1',
};

test.each<[string, Partial<UserDraft>, readonly string[], string | null]>([
  ['a cashier', {}, ['cashier'], 'v1'],
  [
    'a desk, whatever vendor was chosen before',
    { roles: ['supervisor', 'customer_officer'] },
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
  ['no role', { roles: [] }],
])('%s makes no request', (_, change) => {
  expect(newUserOf({ ...whole, ...change })).toBeNull();
});

test('a sign-in name is explained while it is typed', () => {
  expect(explainSignInName('zoë.o-k_1@kiosk')).toBeNull();
  expect(explainSignInName('')).toBeNull();
  expect(explainSignInName('zoë o')).toContain('Letters');
});

test('a role that does not go with the chosen ones says with which and why', () => {
  const pair = (roles: Roles['incompatible'][number]['roles'], founder_may: boolean) => ({
    roles,
    why: 'Because.',
    founder_may,
  });
  const roles: Roles = {
    roles: [],
    incompatible: [
      pair(['tariff_maker', 'tariff_checker'], false),
      pair(['security_officer', 'finance'], true),
    ],
  };
  const strict = { roles, founder: false };
  expect(whyNot('tariff_checker', ['tariff_maker'], strict)).toBe(
    'Not with Tariff maker. Because.',
  );
  expect(whyNot('tariff_maker', ['tariff_checker'], { roles, founder: true })).not.toBeNull();
  expect(whyNot('finance', ['security_officer'], strict)).not.toBeNull();
  expect(whyNot('finance', ['security_officer'], { roles, founder: true })).toBeNull();
  expect(whyNot('finance', ['finance', 'auditor'], strict)).toBeNull();
});

test('many roles are said in few words', () => {
  expect(workOf(['cashier'])).toBe('Cashier');
  expect(workOf(['finance', 'supervisor', 'auditor'])).toBe('Finance, Supervisor, Auditor');
  expect(workOf(['finance', 'supervisor', 'auditor', 'cashier'])).toBe('Finance and 3 more');
});
