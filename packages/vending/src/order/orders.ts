/**
 * Orders for tokens that nobody pays at a till: credit for a reason, what an engineer needs, credit
 * that moves from a meter taken down or from a token grown too old. Each is asked for by one person,
 * approved by another and executed once by the desk that sells.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { TokenContent } from '@wattvend/security-module/security-module.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { ApprovalKind } from '../approval/approval-kinds.ts';
import type { ApprovalState } from '../approval/approvals.ts';
import type { UserId } from '../staff/users.ts';
import { derivedId } from '../utility/derived-id.ts';
import { orderOfStored } from '../vend/stored-vend.ts';
import type { OrderKind, VendId } from '../vend/vend.ts';

export type TokenOrderId = Quantity<string, 'token order id'>;

export const TOKEN_ORDER_KINDS = ['free_issue', 'engineering', 'transfer', 'reissue'] as const;

export type TokenOrderKind = (typeof TOKEN_ORDER_KINDS)[number];

/**
 * "declined": the security module refused the tokens for good. "dropped": the second person did not
 * agree, or nobody decided in time.
 */
export const TOKEN_ORDER_STATES = [
  'requested',
  'approved',
  'executed',
  'declined',
  'dropped',
] as const;

export type TokenOrderState = (typeof TOKEN_ORDER_STATES)[number];

/** The approval that each kind needs, and what it is to the desk that makes the tokens. */
export const TOKEN_ORDER_RULES: Readonly<
  Record<TokenOrderKind, { readonly approval: ApprovalKind; readonly vend: OrderKind }>
> = {
  free_issue: { approval: 'free_issue', vend: 'free_issue' },
  engineering: { approval: 'engineering', vend: 'engineering' },
  transfer: { approval: 'credit_transfer', vend: 'transfer' },
  // Credit the customer has already moves to a token that the meter still takes.
  reissue: { approval: 'reissue', vend: 'transfer' },
};

/** Why there is to be an order, for those who count them. The story stands in the reason. */
export const REASON_CODES: {
  readonly free_issue: readonly ['goodwill', 'supply_fault', 'meter_fault', 'staff', 'emergency'];
  readonly engineering: readonly [
    'commissioning',
    'tamper_repaired',
    'load_limit',
    'fault_finding',
    'refund_proof',
  ];
} = {
  free_issue: ['goodwill', 'supply_fault', 'meter_fault', 'staff', 'emergency'],
  engineering: ['commissioning', 'tamper_repaired', 'load_limit', 'fault_finding', 'refund_proof'],
};

export interface TokenOrder {
  readonly orderId: TokenOrderId;
  readonly kind: TokenOrderKind;
  readonly meterNumber: Drn;
  readonly contents: readonly TokenContent[];
  readonly reasonCode: string;
  readonly reason: string;
  readonly documentReference: string | null;
  /** The replacement whose credit is moved, or the vend whose tokens are made anew. */
  readonly sourceId: string | null;
  readonly state: TokenOrderState;
  /** Why it has not been executed, at the last try; the reason it was declined for. */
  readonly refusal: string | null;
  readonly requestedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly requestedBy: { readonly userId: UserId; readonly signInName: string };
  readonly decidedBy: { readonly userId: UserId; readonly signInName: string } | null;
  readonly approvalState: ApprovalState;
  /** Under which its tokens are kept once it is executed. */
  readonly vendId: VendId;
}

interface OrderRow {
  readonly order_id: TokenOrderId;
  readonly kind: TokenOrderKind;
  readonly meter_number: Drn;
  readonly reason_code: string;
  readonly state: TokenOrderState;
  readonly refusal: string | null;
  readonly contents: unknown;
  readonly vend_id: VendId;
  readonly source_id: string | null;
  readonly requested_at_ms: bigint;
  readonly resolved_at_ms: bigint | null;
  readonly reason: string;
  readonly document_reference: string | null;
  readonly approval_state: ApprovalState;
  readonly requested_by: UserId;
  readonly requested_by_name: string;
  readonly decided_by: UserId | null;
  readonly decided_by_name: string | null;
}

const findOrdersStatement = loadStatement(
  new URL('../../sql/order/find-orders.sql', import.meta.url),
);

/** The vend of an order's tokens: no client can have used its id for a sale. */
export function vendIdOfOrder(orderId: TokenOrderId): VendId {
  return derivedId('token order', orderId) as VendId;
}

// Behind every order there is: 9999-12-31, and a UUID above all.
const END = instant(253_402_300_799_999);
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff' as TokenOrderId;

/** The order of that id, or null. */
export async function findTokenOrder(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  orderId: TokenOrderId,
): Promise<TokenOrder | null> {
  const values = [utilityId, orderId, null, null, END, LAST_ID, 1];
  const { rows } = await tx.query<OrderRow>(findOrdersStatement, values);
  const [row] = rows;
  return row === undefined ? null : orderOfRow(row);
}

/** Where a page begins: behind the last order of the page before. */
export interface TokenOrderCursor {
  readonly requestedAt: Instant;
  readonly orderId: TokenOrderId;
}

/** Orders, newest first. */
export async function listTokenOrders(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly meterNumber: Drn | null;
    readonly state: TokenOrderState | null;
    readonly before: TokenOrderCursor | null;
    readonly limit: number;
  },
): Promise<readonly TokenOrder[]> {
  const { meterNumber, state, before, limit } = page;
  const [at, id] = [before?.requestedAt ?? END, before?.orderId ?? LAST_ID];
  const values = [utilityId, null, meterNumber, state, at, id, limit];
  const { rows } = await tx.query<OrderRow>(findOrdersStatement, values);
  return rows.map(orderOfRow);
}

function orderOfRow(row: OrderRow): TokenOrder {
  const { requested_by: userId, requested_by_name: signInName, decided_by_name: decider } = row;
  return {
    orderId: row.order_id,
    kind: row.kind,
    meterNumber: row.meter_number,
    contents: orderOfStored(row.contents).contents,
    reasonCode: row.reason_code,
    reason: row.reason,
    documentReference: row.document_reference,
    sourceId: row.source_id,
    state: row.state,
    refusal: row.refusal,
    requestedAt: instant(Number(row.requested_at_ms)),
    resolvedAt: row.resolved_at_ms === null ? null : instant(Number(row.resolved_at_ms)),
    requestedBy: { userId, signInName },
    decidedBy:
      row.decided_by === null || decider === null
        ? null
        : { userId: row.decided_by, signInName: decider },
    approvalState: row.approval_state,
    vendId: row.vend_id,
  };
}
