/** The roles in words, in groups, and which of them do not go together. */
import type { Role, Roles } from '../api/model.ts';

const WORDS: Readonly<Record<Role, { readonly name: string; readonly does: string }>> = {
  cashier: { name: 'Cashier', does: 'Sells at a till, on one vendor’s float' },
  supervisor: { name: 'Supervisor', does: 'Vendors, floats, deposits, shifts' },
  customer_officer: { name: 'Customer officer', does: 'Customers, places, meters, imports' },
  tariff_maker: { name: 'Tariff maker', does: 'Drafts tariffs' },
  tariff_checker: { name: 'Tariff checker', does: 'Approves tariffs' },
  engineering_maker: { name: 'Engineering maker', does: 'Asks for engineering tokens' },
  engineering_checker: { name: 'Engineering checker', does: 'Approves engineering tokens' },
  finance: { name: 'Finance', does: 'Bank, reconciliation, debts, asks for refunds' },
  finance_checker: { name: 'Finance checker', does: 'Approves refunds, write-offs, limits' },
  key_custodian_a: { name: 'Key custodian A', does: 'Has one part of the vending keys' },
  key_custodian_b: { name: 'Key custodian B', does: 'Has the other part' },
  auditor: { name: 'Auditor', does: 'Reads everything, changes nothing' },
  security_officer: { name: 'Security officer', does: 'Users, roles and machine keys' },
  administrator: { name: 'Administrator', does: 'Settings of the server' },
};

export const ROLE_GROUPS: readonly { readonly name: string; readonly roles: readonly Role[] }[] = [
  { name: 'Till and desk', roles: ['cashier', 'supervisor', 'customer_officer'] },
  { name: 'Tariffs', roles: ['tariff_maker', 'tariff_checker'] },
  { name: 'Engineering', roles: ['engineering_maker', 'engineering_checker'] },
  { name: 'Money', roles: ['finance', 'finance_checker'] },
  { name: 'Keys', roles: ['key_custodian_a', 'key_custodian_b'] },
  { name: 'Oversight', roles: ['auditor', 'security_officer', 'administrator'] },
];

export function roleName(role: Role): string {
  return WORDS[role].name;
}

export function roleWork(role: Role): string {
  return WORDS[role].does;
}

const NAMED_MAX = 2;

/** What somebody does, short: "Cashier", "Finance, Auditor", "Cashier and 13 more". */
export function workOf(roles: readonly Role[]): string {
  if (roles.length <= NAMED_MAX + 1) return roles.map(roleName).join(', ');
  const [first] = roles;
  return first === undefined ? '' : `${roleName(first)} and ${roles.length - 1} more`;
}

/** Why a role cannot be added to those that are chosen; null when it can. */
export function whyNot(
  role: Role,
  chosen: readonly Role[],
  o: { readonly roles: Roles; readonly founder: boolean },
): string | null {
  const pair = o.roles.incompatible.find(
    ({ roles, founder_may }) =>
      roles.includes(role) &&
      roles.some((each) => each !== role && chosen.includes(each)) &&
      !(o.founder && founder_may),
  );
  if (pair === undefined) return null;
  const other = pair.roles.find((each) => each !== role);
  return other === undefined ? pair.why : `Not with ${roleName(other)}. ${pair.why}`;
}
