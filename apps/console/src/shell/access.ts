/** Which page is for whom: one table, read by the navigation and by the door of each page. */
import type { Session } from '../api/model.ts';

export type PageName =
  | 'till'
  | 'meter'
  | 'today'
  | 'meters'
  | 'vendors'
  | 'staff'
  | 'vends'
  | 'token-lab';

/** What some may do on a page that all may use. */
export type Deed = 'own-keys';

function isCashier(session: Session): boolean {
  return session.user.roles.includes('cashier');
}

function isOperator(session: Session): boolean {
  return session.user.roles.includes('operator');
}

const MAY_USE: Readonly<Record<PageName, (session: Session) => boolean>> = {
  // A till sells on a vendor's float, so it needs somebody who belongs to a vendor.
  till: (session) => isCashier(session) && session.user.vendor !== null,
  meter: (session) => session.demo || session.meter_emulator_url !== null,
  today: () => true,
  vends: () => true,
  meters: isOperator,
  vendors: isOperator,
  staff: isOperator,
  'token-lab': () => true,
};

const MAY_DO: Readonly<Record<Deed, (session: Session) => boolean>> = {
  // In the token lab the others have the sample keys.
  'own-keys': isOperator,
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

/** Where a person starts: a cashier at the till, anybody else at the figures of the day. */
export function homeOf(session: Session): string {
  return mayUse('till', session) ? '/till' : '/today';
}

/** Only a path of this site may be gone to after the sign-in, never another site. */
export function safeReturn(to: string | null): string {
  return to?.startsWith('/') === true && !/^\/[/\\]/.test(to) && !to.startsWith('/sign-in')
    ? to
    : '/';
}
