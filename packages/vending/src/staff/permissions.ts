/**
 * What a role may do: one table. A route names the permission it asks for, never a role, so that who
 * may do what is read and changed here and nowhere else.
 */
import type { Role } from './roles.ts';

/** `subject.deed`; a deed that needs two people is two permissions, .request and .approve. */
export const PERMISSION_NAMES = [
  'vend.sell',
  'vend.read',
  'vend.reprint',
  'vend.reverse',
  'quote',
  'meter.read',
  'meter.write',
  'customer.read',
  'customer.write',
  'import',
  'tariff.read',
  'tariff.draft',
  'tariff.approve',
  'debt.read',
  'debt.write',
  'debt.write_off.request',
  'debt.write_off.approve',
  'payment.take',
  'payment.read',
  'payment.reverse',
  'vendor.read',
  'vendor.write',
  'float.deposit',
  'float.reverse',
  'float_adjustment.request',
  'float_adjustment.approve',
  'limit_change.request',
  'limit_change.approve',
  'shift.own',
  'shift.read',
  'shift.close',
  'batch.close',
  'after_sale.read',
  'refund.request',
  'refund.approve',
  'free_issue.request',
  'free_issue.approve',
  'credit_transfer.request',
  'credit_transfer.approve',
  'engineering.request',
  'engineering.approve',
  'reconciliation.read',
  'reconciliation.write',
  'ledger.read',
  'report.read',
  'customer_report.read',
  'approval.read',
  'audit.read',
  'user.read',
  'user.write',
  'machine.read',
  'machine.write',
  'key.custody',
  'key_load.request',
  'key_load.approve',
  'settings.read',
  'settings.write',
  'webhook.read',
  'webhook.write',
] as const;

export type Permission = (typeof PERMISSION_NAMES)[number];

const DESK: readonly Role[] = [
  'supervisor',
  'customer_officer',
  'finance',
  'finance_checker',
  'auditor',
];
const ENGINEERS: readonly Role[] = ['engineering_maker', 'engineering_checker'];
const TARIFF_STAFF: readonly Role[] = ['tariff_maker', 'tariff_checker'];
const CUSTODIANS: readonly Role[] = ['key_custodian_a', 'key_custodian_b'];

/** Whoever may approve something or order what is approved. */
const TWO_PERSON_STAFF: readonly Role[] = [
  'supervisor',
  'customer_officer',
  'finance',
  'finance_checker',
  ...TARIFF_STAFF,
  ...ENGINEERS,
  ...CUSTODIANS,
];

export const PERMISSIONS: Readonly<Record<Permission, readonly Role[]>> = {
  // Selling.
  'vend.sell': ['cashier'],
  'vend.read': ['cashier', ...DESK, ...ENGINEERS],
  'vend.reprint': ['cashier', 'supervisor', 'customer_officer'],
  'vend.reverse': ['supervisor'],
  quote: ['cashier', ...DESK, ...ENGINEERS, ...TARIFF_STAFF],

  // Customers and their meters. An import makes both.
  'meter.read': ['cashier', ...DESK, ...ENGINEERS],
  'meter.write': ['customer_officer'],
  'customer.read': ['cashier', ...DESK, ...ENGINEERS],
  'customer.write': ['customer_officer'],
  import: ['customer_officer'],

  // Tariffs.
  'tariff.read': ['cashier', ...DESK, ...ENGINEERS, ...TARIFF_STAFF],
  'tariff.draft': ['tariff_maker'],
  'tariff.approve': ['tariff_checker'],

  // Debts.
  'debt.read': ['cashier', ...DESK],
  'debt.write': ['customer_officer', 'finance'],
  'debt.write_off.request': ['finance'],
  'debt.write_off.approve': ['finance_checker'],

  // Payments beside electricity, at the till.
  'payment.take': ['cashier'],
  'payment.read': ['cashier', ...DESK],
  'payment.reverse': ['supervisor'],

  // Vendors, their floats and their tills. Security officers bind cashiers and machines to vendors.
  'vendor.read': ['cashier', ...DESK, 'security_officer'],
  'vendor.write': ['supervisor'],
  'float.deposit': ['supervisor'],
  'float.reverse': ['supervisor'],
  'float_adjustment.request': ['supervisor', 'finance'],
  'float_adjustment.approve': ['finance_checker'],
  'limit_change.request': ['supervisor', 'finance'],
  'limit_change.approve': ['finance_checker'],
  'shift.own': ['cashier'],
  'shift.read': ['cashier', ...DESK],
  'shift.close': ['supervisor'],
  'batch.close': ['supervisor'],

  // After the sale. Whoever reads it reads the vends it is about.
  'after_sale.read': [...DESK, ...ENGINEERS],
  'refund.request': ['customer_officer', 'finance'],
  'refund.approve': ['finance_checker'],
  'free_issue.request': ['customer_officer'],
  'free_issue.approve': ['finance_checker'],
  'credit_transfer.request': ['customer_officer'],
  'credit_transfer.approve': ['finance_checker'],
  'engineering.request': ['engineering_maker'],
  'engineering.approve': ['engineering_checker'],

  // Money at rest.
  'reconciliation.read': ['finance', 'finance_checker', 'auditor'],
  'reconciliation.write': ['finance'],
  'ledger.read': ['finance', 'finance_checker', 'auditor'],
  'report.read': ['cashier', ...DESK],
  // Lists of customers of all vendors, with their telephones.
  'customer_report.read': DESK,

  // Two people for one deed, and who did what.
  'approval.read': [...TWO_PERSON_STAFF, 'auditor'],
  'audit.read': ['auditor', 'security_officer'],

  // People, machines, keys, the server.
  'user.read': ['security_officer', 'auditor'],
  'user.write': ['security_officer'],
  'machine.read': ['security_officer', 'auditor'],
  'machine.write': ['security_officer'],
  'key.custody': CUSTODIANS,
  'key_load.request': ['key_custodian_a'],
  'key_load.approve': ['key_custodian_b'],
  'settings.read': ['administrator', 'auditor'],
  'settings.write': ['administrator'],
  'webhook.read': ['administrator', 'auditor'],
  'webhook.write': ['administrator'],
};

/** The most a machine client may do; a key may be given less. */
export const MACHINE_PERMISSIONS = [
  'vend.sell',
  'vend.read',
  'vend.reprint',
  'quote',
  'payment.take',
  'payment.read',
  'meter.read',
  'customer.read',
  'tariff.read',
  'vendor.read',
  'report.read',
] as const;

export type MachinePermission = (typeof MACHINE_PERMISSIONS)[number];

/** Whether somebody with these roles may do it. */
export function isPermitted(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => PERMISSIONS[permission].includes(role));
}

/** All that somebody with these roles may do. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  return PERMISSION_NAMES.filter((permission) => isPermitted(roles, permission));
}

export function isMachinePermission(permission: Permission): permission is MachinePermission {
  return (MACHINE_PERMISSIONS as readonly Permission[]).includes(permission);
}
