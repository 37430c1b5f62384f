/**
 * The roles of the people of a utility, and which of them one person may not hold together. The
 * database holds every user to the same pairs; a test compares the two.
 */

/** What each may do stands in permissions.ts; docs/guides/operating.md says it for people. */
export const ROLES = [
  'cashier',
  'supervisor',
  'customer_officer',
  'tariff_maker',
  'tariff_checker',
  'engineering_maker',
  'engineering_checker',
  'finance',
  'finance_checker',
  'key_custodian_a',
  'key_custodian_b',
  'auditor',
  'security_officer',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/**
 * How far the roles of a user are kept apart. `strict` is everybody; the `founder` of a small utility
 * may be all that one person can be, yet never the second person; the `demo` may be everything.
 */
export const ROLE_RULES = ['strict', 'founder', 'demo'] as const;

export type RoleRule = (typeof ROLE_RULES)[number];

export interface RolePair {
  readonly roles: readonly [Role, Role];
  /** A sentence for whoever gives out roles. */
  readonly why: string;
  /** Whether the founder may hold both. */
  readonly mayBeFounder: boolean;
}

/** The one who orders and the one who approves must be two people, also for a founder. */
const MAKER_AND_CHECKER: readonly (readonly [Role, Role])[] = [
  ['tariff_maker', 'tariff_checker'],
  ['engineering_maker', 'engineering_checker'],
  ['finance', 'finance_checker'],
  ['supervisor', 'finance_checker'],
  ['customer_officer', 'finance_checker'],
];

/** Whoever takes money does not also look after it. */
const TILL_AND_MONEY: readonly (readonly [Role, Role])[] = [
  ['cashier', 'supervisor'],
  ['cashier', 'finance'],
  ['cashier', 'finance_checker'],
];

function withAllOthers(role: Role, but: readonly Role[]): readonly (readonly [Role, Role])[] {
  return ROLES.filter((other) => other !== role && !but.includes(other)).map((other) => [
    role,
    other,
  ]);
}

function pairs(
  roles: readonly (readonly [Role, Role])[],
  mayBeFounder: boolean,
  why: string,
): readonly RolePair[] {
  return roles.map((pair) => ({ roles: pair, why, mayBeFounder }));
}

/** Every pair one person may not hold together. */
export const INCOMPATIBLE_ROLES: readonly RolePair[] = [
  ...pairs(MAKER_AND_CHECKER, false, 'Who orders something does not approve it.'),
  ...pairs(
    [['key_custodian_a', 'key_custodian_b']],
    false,
    'No one person has both parts of a vending key.',
  ),
  ...pairs(withAllOthers('auditor', []), false, 'An auditor reads everything and changes nothing.'),
  ...pairs(
    withAllOthers('security_officer', ['auditor']),
    true,
    'Who gives out rights has no other rights.',
  ),
  ...pairs(
    withAllOthers('administrator', ['auditor', 'security_officer']),
    true,
    'Who runs the server has no business on it.',
  ),
  ...pairs(TILL_AND_MONEY, true, 'Who takes money at a till does not look after floats and banks.'),
];

/** The first pair among these roles that one person may not hold together, or null. */
export function incompatiblePair(roles: readonly Role[], rule: RoleRule): RolePair | null {
  if (rule === 'demo') return null;
  const held = new Set(roles);
  const found = INCOMPATIBLE_ROLES.find(
    (pair) =>
      pair.roles.every((role) => held.has(role)) && !(pair.mayBeFounder && rule === 'founder'),
  );
  return found ?? null;
}

/** All that one person can be: the first user of a utility that has hardly more people. */
export const FOUNDER_ROLES: readonly Role[] = [
  'supervisor',
  'customer_officer',
  'tariff_maker',
  'engineering_maker',
  'finance',
  'key_custodian_a',
  'security_officer',
  'administrator',
];

/** The second person such a utility needs: approves what the founder orders. */
export const SECOND_PERSON_ROLES: readonly Role[] = [
  'tariff_checker',
  'engineering_checker',
  'finance_checker',
  'key_custodian_b',
];
