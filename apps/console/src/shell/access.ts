/** Which page is for whom: one table, read by the navigation and by the door of each page. */
import type { Session } from '../api/model.ts';

export type PageName =
  | 'till'
  | 'meter'
  | 'today'
  | 'reports'
  | 'ledger'
  | 'webhooks'
  | 'audit'
  | 'customers'
  | 'meters'
  | 'import'
  | 'vendors'
  | 'orders'
  | 'reconciliation'
  | 'tariffs'
  | 'staff'
  | 'approvals'
  | 'account'
  | 'vends'
  | 'payments'
  | 'token-lab';

/** What some may do on a page that all may use. */
export type Deed =
  | 'own-keys'
  | 'manage-users'
  | 'manage-machines'
  | 'manage-vendors'
  | 'pay-in'
  | 'take-back'
  | 'order-limits'
  | 'own-shift'
  | 'close-shifts'
  | 'close-batches'
  | 'verify-days'
  | 'send-again'
  | 'ask-refunds'
  | 'give-units'
  | 'move-credit'
  | 'order-engineering'
  | 'draft-tariffs'
  | 'write-customers'
  | 'operate-meters'
  | 'write-debts'
  | 'ask-write-offs'
  | 'take-payments'
  | 'give-back-payments'
  | 'bring-statements'
  | 'settle-items'
  | 'write-webhooks';

type Permission = Session['user']['permissions'][number];

function may(permission: Permission): (session: Session) => boolean {
  return (session) => session.user.permissions.includes(permission);
}

const MAY_USE: Readonly<Record<PageName, (session: Session) => boolean>> = {
  // A till sells on a vendor's float, so it needs somebody who belongs to a vendor.
  till: (session) => may('vend.sell')(session) && session.user.vendor !== null,
  meter: (session) => session.demo || session.meter_emulator_url !== null,
  today: may('report.read'),
  reports: may('report.read'),
  ledger: may('ledger.read'),
  webhooks: may('webhook.read'),
  audit: may('audit.read'),
  vends: may('vend.read'),
  customers: may('customer.read'),
  payments: may('payment.read'),
  meters: may('meter.write'),
  import: may('import'),
  // A cashier sees the own vendor only, and changes nothing of it.
  vendors: (session) => may('vendor.read')(session) && may('report.read')(session),
  orders: may('after_sale.read'),
  reconciliation: may('reconciliation.read'),
  // Tills read tariffs too; the page is for who writes, approves and explains them.
  tariffs: (session) => may('tariff.read')(session) && may('approval.read')(session),
  staff: may('user.read'),
  approvals: may('approval.read'),
  account: () => true,
  'token-lab': () => true,
};

const MAY_DO: Readonly<Record<Deed, (session: Session) => boolean>> = {
  // In the token lab the others have the sample keys.
  'own-keys': may('engineering.request'),
  // Auditors see the staff and change nothing.
  'manage-users': may('user.write'),
  'manage-machines': may('machine.write'),
  // The pages of vendors are read by many; each thing done there has a permission of its own.
  'manage-vendors': may('vendor.write'),
  'pay-in': may('float.deposit'),
  'take-back': may('float.reverse'),
  'order-limits': may('limit_change.request'),
  'own-shift': (session) => may('shift.own')(session) && session.user.vendor !== null,
  'close-shifts': may('shift.close'),
  'close-batches': may('batch.close'),
  'verify-days': may('ledger.read'),
  // After the sale; who decides is for the approvals' page to say.
  'send-again': may('vend.reprint'),
  'ask-refunds': may('refund.request'),
  'give-units': may('free_issue.request'),
  'move-credit': may('credit_transfer.request'),
  'order-engineering': may('engineering.request'),
  'draft-tariffs': may('tariff.draft'),
  'write-customers': may('customer.write'),
  'operate-meters': may('meter.write'),
  'write-debts': may('debt.write'),
  'ask-write-offs': may('debt.write_off.request'),
  // Paid into a till, so by somebody who belongs to a vendor; given back by a supervisor.
  'take-payments': (session) => may('payment.take')(session) && session.user.vendor !== null,
  'give-back-payments': may('payment.reverse'),
  'bring-statements': may('reconciliation.write'),
  'settle-items': may('reconciliation.write'),
  'write-webhooks': may('webhook.write'),
};

const NAMES = Object.keys(MAY_USE) as readonly PageName[];

export function mayUse(page: PageName, session: Session): boolean {
  return MAY_USE[page](session);
}

export function mayDo(deed: Deed, session: Session): boolean {
  return MAY_DO[deed](session);
}

/** The page an address belongs to; null for an address that is no page of ours. */
export function pageOf(pathname: string): PageName | null {
  const first = pathname.split('/')[1] ?? '';
  return NAMES.find((name) => name === first) ?? null;
}

// Where the work of most people begins, the first that is theirs.
const HOMES = [
  'till',
  'today',
  'approvals',
  'staff',
  'token-lab',
] as const satisfies readonly PageName[];

/** Where a person starts: a cashier at the till, a desk at the figures of the day. */
export function homeOf(session: Session): string {
  return `/${HOMES.find((page) => mayUse(page, session)) ?? 'token-lab'}`;
}

/** Only a path of this site may be gone to after the sign-in, never another site. */
export function safeReturn(to: string | null): string {
  return to?.startsWith('/') === true && !/^\/[/\\]/.test(to) && !to.startsWith('/sign-in')
    ? to
    : '/';
}
