/** What needs two people: who may ask, who may decide, for how long, and how sure of the decider. */
import type { Milliseconds } from '@wattvend/quantities/time.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import type { Permission } from '../staff/permissions.ts';

export const APPROVAL_KIND_NAMES = [
  'tariff_version',
  'debt_write_off',
  'refund',
  'wrong_meter',
  'free_issue',
  'credit_transfer',
  'reissue',
  'engineering',
  'float_adjustment',
  'limit_change',
  'key_load',
] as const;

export type ApprovalKind = (typeof APPROVAL_KIND_NAMES)[number];

export interface ApprovalRule {
  readonly request: Permission;
  readonly approve: Permission;
  /** An order nobody has decided within this time is gone. */
  readonly expiresAfter: Milliseconds;
  /** Whether the decider must have shown a strong factor within the last minutes. */
  readonly needsFreshFactor: boolean;
}

const WEEK = milliseconds(7 * 24 * 60 * 60_000);
const DAY = milliseconds(24 * 60 * 60_000);

/** How old a strong factor may be for a decision that needs a fresh one. */
export const FRESH_FACTOR_MS: number = 5 * 60_000;

export const APPROVAL_KINDS: Readonly<Record<ApprovalKind, ApprovalRule>> = {
  tariff_version: {
    request: 'tariff.draft',
    approve: 'tariff.approve',
    expiresAfter: milliseconds(4 * WEEK),
    needsFreshFactor: true,
  },
  debt_write_off: {
    request: 'debt.write_off.request',
    approve: 'debt.write_off.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  refund: {
    request: 'refund.request',
    approve: 'refund.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  wrong_meter: {
    request: 'refund.request',
    approve: 'refund.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  free_issue: {
    request: 'free_issue.request',
    approve: 'free_issue.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  credit_transfer: {
    request: 'credit_transfer.request',
    approve: 'credit_transfer.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  reissue: {
    request: 'credit_transfer.request',
    approve: 'credit_transfer.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  engineering: {
    request: 'engineering.request',
    approve: 'engineering.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  float_adjustment: {
    request: 'float_adjustment.request',
    approve: 'float_adjustment.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  limit_change: {
    request: 'limit_change.request',
    approve: 'limit_change.approve',
    expiresAfter: WEEK,
    needsFreshFactor: true,
  },
  key_load: {
    request: 'key_load.request',
    approve: 'key_load.approve',
    expiresAfter: DAY,
    needsFreshFactor: true,
  },
};

/** The kinds of which somebody with these permissions asks or decides. */
export function kindsFor(permissions: readonly Permission[]): readonly ApprovalKind[] {
  return APPROVAL_KIND_NAMES.filter((kind) => {
    const { request, approve } = APPROVAL_KINDS[kind];
    return permissions.includes(request) || permissions.includes(approve);
  });
}
