/**
 * Every way in which the API says no: one ordered list. If several apply, the first listed is
 * answered. The same rows make the answers (RFC 9457), the pages under /problems and
 * docs/reference/refusals.md. The rows stand in files by subject; their order is here.
 */
import { APPROVALS_REFUSALS } from './refusals/approvals.ts';
import { CONFLICTS_REFUSALS } from './refusals/conflicts.ts';
import { DEBTS_REFUSALS } from './refusals/debts.ts';
import { DOOR_REFUSALS } from './refusals/door.ts';
import { FACTORS_REFUSALS } from './refusals/factors.ts';
import { METERS_REFUSALS } from './refusals/meters.ts';
import { MONEY_REFUSALS } from './refusals/money.ts';
import { OUTCOMES_REFUSALS } from './refusals/outcomes.ts';
import { PAYMENTS_REFUSALS } from './refusals/payments.ts';
import { PEOPLE_REFUSALS } from './refusals/people.ts';
import { RECONCILIATION_REFUSALS } from './refusals/reconciliation.ts';
import type { Refusal } from './refusals/refusal.ts';
import { STAFF_REFUSALS } from './refusals/staff.ts';
import { TARIFFS_REFUSALS } from './refusals/tariffs.ts';
import { VENDORS_REFUSALS } from './refusals/vendors.ts';
import { VENDS_REFUSALS } from './refusals/vends.ts';
import { WEBHOOK_REFUSALS } from './refusals/webhooks.ts';

/** The table, in order. */
export const REFUSALS = {
  ...DOOR_REFUSALS,
  ...STAFF_REFUSALS,
  ...APPROVALS_REFUSALS,
  ...FACTORS_REFUSALS,
  ...CONFLICTS_REFUSALS,
  ...PEOPLE_REFUSALS,
  ...METERS_REFUSALS,
  ...TARIFFS_REFUSALS,
  ...MONEY_REFUSALS,
  ...DEBTS_REFUSALS,
  ...PAYMENTS_REFUSALS,
  ...VENDORS_REFUSALS,
  ...VENDS_REFUSALS,
  ...WEBHOOK_REFUSALS,
  ...RECONCILIATION_REFUSALS,
  ...OUTCOMES_REFUSALS,
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalCode = keyof typeof REFUSALS;

export const REFUSAL_CODES = Object.keys(REFUSALS) as readonly RefusalCode[];

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(REFUSALS, text);
}
