/** Kinds, reasons and states of what happens after a sale, in words; and who deals with each kind. */
import type { NewTokenOrder, Refund, Repair, Session, TokenOrder } from '../../api/model.ts';

type Permission = Session['user']['permissions'][number];
export type OrderKind = TokenOrder['kind'];

interface KindWords {
  readonly name: string;
  readonly request: Permission;
  readonly approve: Permission;
}

const KINDS: Readonly<Record<OrderKind, KindWords>> = {
  free_issue: {
    name: 'Free units',
    request: 'free_issue.request',
    approve: 'free_issue.approve',
  },
  engineering: {
    name: 'Engineering tokens',
    request: 'engineering.request',
    approve: 'engineering.approve',
  },
  transfer: {
    name: 'Credit of a replaced meter',
    request: 'credit_transfer.request',
    approve: 'credit_transfer.approve',
  },
  reissue: {
    name: 'Tokens made anew',
    request: 'credit_transfer.request',
    approve: 'credit_transfer.approve',
  },
};

export function orderKindName(kind: OrderKind): string {
  return KINDS[kind].name;
}

function holds(session: Session, ...permissions: readonly Permission[]): boolean {
  return permissions.some((each) => session.user.permissions.includes(each));
}

/** The digits are for those who ask for or decide orders of this kind, and for nobody else. */
export function maySeeDigits(kind: OrderKind, session: Session): boolean {
  return holds(session, KINDS[kind].request, KINDS[kind].approve);
}

/** Whether the approvals' page shows this person orders of the kind. */
export function maySeeApproval(kind: OrderKind | 'refund' | 'repair', session: Session): boolean {
  if (session.user.roles.includes('auditor')) return true;
  if (kind === 'refund' || kind === 'repair') {
    return holds(session, 'refund.request', 'refund.approve');
  }
  return maySeeDigits(kind, session);
}

/** What a token does, as the API says it, with the two registers by name that mean the most. */
export function contentWords(content: string): string {
  return content
    .replace(/^(clear credit), register 65535$/, '$1, all registers')
    .replace(/^(clear credit), register 0$/, '$1, electricity');
}

type ReasonCode = Extract<NewTokenOrder, { readonly reason_code: string }>['reason_code'];

const REASONS: Readonly<Record<ReasonCode | 'meter_replaced' | 'token_too_old', string>> = {
  goodwill: 'Goodwill',
  supply_fault: 'Fault of the supply',
  meter_fault: 'Fault of the meter',
  staff: 'Staff',
  emergency: 'Emergency',
  commissioning: 'Commissioning',
  tamper_repaired: 'Tamper seen to',
  load_limit: 'Load limit',
  fault_finding: 'Fault finding',
  refund_proof: 'Proof for a refund',
  meter_replaced: 'Meter replaced',
  token_too_old: 'Token too old for its meter',
};

/** The reason's name; of one we do not know, its word. */
export function reasonName(code: string): string {
  const found = Object.entries(REASONS).find(([known]) => known === code);
  return found?.[1] ?? code.replaceAll('_', ' ');
}

interface StateWords {
  readonly name: string;
  readonly color: string;
}

const ORDER_STATES: Readonly<Record<TokenOrder['state'], StateWords>> = {
  requested: { name: 'waits', color: 'amber' },
  approved: { name: 'being made', color: 'petrol' },
  executed: { name: 'made', color: 'teal' },
  declined: { name: 'declined', color: 'red' },
  dropped: { name: 'not agreed', color: 'gray' },
};

export function orderState(state: TokenOrder['state']): StateWords {
  return ORDER_STATES[state];
}

const REFUND_STATES: Readonly<Record<Refund['state'], StateWords>> = {
  requested: { name: 'waits', color: 'amber' },
  posted: { name: 'given back', color: 'teal' },
  dropped: { name: 'not agreed', color: 'gray' },
};

export function refundState(state: Refund['state']): StateWords {
  return REFUND_STATES[state];
}

const REPAIR_STATES: Readonly<Record<Repair['state'], StateWords>> = {
  requested: { name: 'waits', color: 'amber' },
  approved: { name: 'money waits', color: 'petrol' },
  executed: { name: 'put right', color: 'teal' },
  dropped: { name: 'not agreed', color: 'gray' },
};

export function repairState(state: Repair['state']): StateWords {
  return REPAIR_STATES[state];
}

const PROOFS: Readonly<Record<Refund['proof'], string>> = {
  meter_evidence: 'The meter shows that the token was not used',
  credit_cleared: 'The meter’s credit was cleared',
  wrong_meter: 'It went to the wrong meter',
  duplicate_payment: 'The payment was taken twice',
};

export function proofName(proof: Refund['proof']): string {
  return PROOFS[proof];
}

const MONEY_TO: Readonly<Record<Refund['money_to'], string>> = {
  vendor_float: 'The float of the vendor that sold it',
  debt: 'A debt of the customer',
  customer_credit: 'What the utility owes the customer',
  bank: 'Out of the bank; finance pays it',
};

export function moneyToName(to: Refund['money_to']): string {
  return MONEY_TO[to];
}
