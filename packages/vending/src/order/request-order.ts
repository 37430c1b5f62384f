/** Asks for tokens that nobody pays at a till; another person decides. Once for each id. */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { formatTenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { TokenContent } from '@wattvend/security-module/security-module.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { Approval, ApprovalId } from '../approval/approvals.ts';
import { requestApproval } from '../approval/approvals.ts';
import type { OperationId } from '../desk/desk-operation.ts';
import { findOperation } from '../desk/desk-operation.ts';
import { findMeter } from '../meter/meters.ts';
import type { Replacement, TransferOrder } from '../meter/replace-meter.ts';
import { claimVend } from '../refund/claim.ts';
import type { Author } from '../staff/author.ts';
import type { Utility } from '../utility/utility.ts';
import { findVend } from '../vend/find-vends.ts';
import { storedOrder } from '../vend/stored-vend.ts';
import { tokenIdentifiersOf } from '../vend/token-plan.ts';
import type { Vend, VendId } from '../vend/vend.ts';
import { againWhenMet } from '../vendor/met.ts';
import type { TokenOrder, TokenOrderId } from './orders.ts';
import { findTokenOrder, TOKEN_ORDER_RULES, vendIdOfOrder } from './orders.ts';

/** The most that one order gives for nothing. */
export const FREE_ISSUE_MOST: TenthKwh = tenthKwh(1_000);

/** A meter remembers this many tokens; an older one than all of them it takes for used. */
export const METER_MEMORY_TOKENS = 50;

export type WantedTokens =
  | {
      readonly kind: 'free_issue';
      readonly meterNumber: Drn;
      readonly energy: TenthKwh;
      readonly reasonCode: string;
    }
  | {
      readonly kind: 'engineering';
      readonly meterNumber: Drn;
      readonly contents: readonly TokenContent[];
      readonly reasonCode: string;
    }
  | { readonly kind: 'transfer'; readonly replacementId: OperationId }
  | { readonly kind: 'reissue'; readonly vendId: VendId };

export interface NewTokenOrder {
  readonly orderId: TokenOrderId;
  readonly wanted: WantedTokens;
  readonly reason: string;
  readonly documentReference: string | null;
  readonly author: Author;
}

/** Why an order cannot be asked for, in order. */
export const TOKEN_ORDER_REFUSALS = [
  'not_allowed',
  'approval_id_conflict',
  'meter_not_found',
  'free_issue_not_positive',
  'free_issue_above_limit',
  'replacement_not_found',
  'transfer_ordered',
  'vend_not_found',
  'vend_not_reissuable',
  'vend_claimed',
  'reissue_not_needed',
] as const;

export type TokenOrderRefusal =
  | { readonly code: 'free_issue_above_limit'; readonly most: TenthKwh }
  /** How many more tokens the meter has to be given first. */
  | { readonly code: 'reissue_not_needed'; readonly newer: number; readonly needed: number }
  | {
      readonly code: Exclude<
        (typeof TOKEN_ORDER_REFUSALS)[number],
        'free_issue_above_limit' | 'reissue_not_needed'
      >;
    };

export type RequestOrderAnswer =
  | { readonly kind: 'requested'; readonly order: TokenOrder; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: TokenOrderRefusal };

const insertOrderStatement = loadStatement(
  new URL('../../sql/order/insert-order.sql', import.meta.url),
);
const newerTokensStatement = loadStatement(
  new URL('../../sql/order/newer-tokens.sql', import.meta.url),
);

/** Undoes what was written when the order is refused behind it. */
class NotRequested extends Error {
  override readonly name: string = 'NotRequested';
  readonly refusal: TokenOrderRefusal;
  constructor(refusal: TokenOrderRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Refusals: TOKEN_ORDER_REFUSALS, in order. */
export async function requestTokenOrder(
  database: Database,
  utility: Utility,
  order: NewTokenOrder,
  now: Instant,
): Promise<RequestOrderAnswer> {
  try {
    return await againWhenMet(database, (tx) => requested(tx, utility, order, now));
  } catch (error) {
    if (error instanceof NotRequested) return { kind: 'refused', refusal: error.refusal };
    throw error;
  }
}

async function requested(
  tx: Transaction,
  utility: Utility,
  order: NewTokenOrder,
  now: Instant,
): Promise<RequestOrderAnswer> {
  const { utilityId } = utility;
  const { orderId, wanted } = order;
  const answer = await requestApproval(
    tx,
    utilityId,
    {
      approvalId: orderId as string as ApprovalId,
      kind: TOKEN_ORDER_RULES[wanted.kind].approval,
      subject: subjectOf(wanted),
      summary: summaryOf(wanted, await sourceOf(tx, utility, wanted)),
      documentReference: order.documentReference,
      reason: order.reason,
      requestedBy: order.author.userId,
    },
    { now, address: order.author.address },
  );
  if (answer.kind === 'refused') throw new NotRequested({ code: answer.refusal });
  if (answer.first) await write(tx, utility, order, now);
  const made = await findTokenOrder(tx, utilityId, orderId);
  if (made === null) throw new Error(`an approval without its order ${orderId}`);
  return { kind: 'requested', order: made, first: answer.first };
}

async function write(
  tx: Transaction,
  utility: Utility,
  { orderId, wanted }: NewTokenOrder,
  now: Instant,
): Promise<void> {
  const planned = await plan(tx, utility, wanted, now, orderId);
  if (planned.code !== undefined) throw new NotRequested(planned);
  await tx.query(insertOrderStatement, [
    utility.utilityId,
    orderId,
    now,
    vendIdOfOrder(orderId),
    planned.sourceId,
    wanted.kind,
    planned.meterNumber,
    planned.reasonCode,
    storedOrder({ contents: planned.contents, requestedBy: '', approvedBy: '' }),
  ]);
}

type Planned =
  | (Pick<TokenOrder, 'meterNumber' | 'contents' | 'reasonCode' | 'sourceId'> & {
      readonly code?: never;
    })
  | TokenOrderRefusal;

async function plan(
  tx: Transaction,
  utility: Utility,
  wanted: WantedTokens,
  now: Instant,
  orderId: TokenOrderId,
): Promise<Planned> {
  const { utilityId } = utility;
  if (wanted.kind === 'transfer') return await planTransfer(tx, utility, wanted.replacementId);
  if (wanted.kind === 'reissue') return await planReissue(tx, utility, wanted.vendId, orderId);
  const { meterNumber, reasonCode } = wanted;
  const meter = await findMeter(tx, utilityId, meterNumber, now);
  if (meter === null) return { code: 'meter_not_found' };
  if (wanted.kind === 'engineering') {
    return { meterNumber, contents: wanted.contents, reasonCode, sourceId: null };
  }
  if (wanted.energy <= 0) return { code: 'free_issue_not_positive' };
  if (wanted.energy > FREE_ISSUE_MOST) {
    return { code: 'free_issue_above_limit', most: FREE_ISSUE_MOST };
  }
  return { meterNumber, contents: [electricity(wanted.energy)], reasonCode, sourceId: null };
}

function electricity(amount: TenthKwh): TokenContent {
  return { kind: 'credit', service: 'electricity', amount };
}

async function transferOf(
  tx: Transaction,
  utilityId: Utility['utilityId'],
  replacementId: OperationId,
): Promise<TransferOrder | null> {
  const operation = await findOperation(tx, utilityId, replacementId);
  if (operation?.kind !== 'meter_replace') return null;
  return (operation.outcome as Replacement | null)?.transfer ?? null;
}

async function planTransfer(
  tx: Transaction,
  { utilityId }: Utility,
  replacementId: OperationId,
): Promise<Planned> {
  const transfer = await transferOf(tx, utilityId, replacementId);
  if (transfer === null) return { code: 'replacement_not_found' };
  const { rows } = await tx.query(orderOfSourceStatement, [utilityId, 'transfer', replacementId]);
  if (rows.length > 0) return { code: 'transfer_ordered' };
  return {
    meterNumber: transfer.meterNumber,
    contents: [electricity(tenthKwh(transfer.energy))],
    reasonCode: 'meter_replaced',
    sourceId: replacementId,
  };
}

const orderOfSourceStatement = loadStatement(
  new URL('../../sql/order/order-of-source.sql', import.meta.url),
);

async function planReissue(
  tx: Transaction,
  { utilityId }: Utility,
  vendId: VendId,
  orderId: TokenOrderId,
): Promise<Planned> {
  const vend = await findVend(tx, utilityId, vendId);
  if (vend === null) return { code: 'vend_not_found' };
  if (!isReissuable(vend)) return { code: 'vend_not_reissuable' };
  const claim = { vendId, deed: 'reissue', deedId: orderId } as const;
  if (!(await claimVend(tx, utilityId, claim))) return { code: 'vend_claimed' };
  const newer = await newerTokens(tx, utilityId, vend);
  if (newer < METER_MEMORY_TOKENS) {
    return { code: 'reissue_not_needed', newer, needed: METER_MEMORY_TOKENS };
  }
  return {
    meterNumber: vend.meter.meterNumber,
    contents: vend.tokens.map(({ content }) => content),
    reasonCode: 'token_too_old',
    sourceId: vendId,
  };
}

/** Whether its tokens are credit that a meter could be given again. */
export function isReissuable({ state, kind }: Pick<Vend, 'state' | 'kind'>): boolean {
  return state === 'posted' && kind !== 'engineering';
}

/** How many tokens the meter was given behind those of the vend, under the same key. */
export async function newerTokens(
  tx: Pick<Transaction, 'query'>,
  utilityId: Utility['utilityId'],
  vend: Vend,
): Promise<number> {
  const { rows } = await tx.query<{ readonly tokens: bigint }>(newerTokensStatement, [
    utilityId,
    vend.meter.meterId,
    vend.key.keyEpoch,
    vend.tokens.at(-1)?.tokenIdentifier ?? tokenIdentifiersOf(vend).at(-1),
  ]);
  return Number(rows[0]?.tokens ?? 0n);
}

function subjectOf(wanted: WantedTokens): Approval['subject'] {
  switch (wanted.kind) {
    case 'free_issue':
      return {
        deed: wanted.kind,
        meter_number: wanted.meterNumber,
        energy_tenth_kwh: wanted.energy,
        reason_code: wanted.reasonCode,
      };
    case 'engineering':
      return {
        deed: wanted.kind,
        meter_number: wanted.meterNumber,
        contents: storedOrder({ contents: wanted.contents, requestedBy: '', approvedBy: '' }),
        reason_code: wanted.reasonCode,
      };
    case 'transfer':
      return { deed: wanted.kind, replacement_id: wanted.replacementId };
    case 'reissue':
      return { deed: wanted.kind, vend_id: wanted.vendId };
  }
}

interface Source {
  /** Whose tokens are to be made anew. */
  readonly vend: Vend | null;
  /** Whose credit moves. */
  readonly transfer: TransferOrder | null;
}

/** Where the tokens come from, for whoever reads the order. */
async function sourceOf(
  tx: Transaction,
  { utilityId }: Utility,
  wanted: WantedTokens,
): Promise<Source> {
  const vend = wanted.kind === 'reissue' ? await findVend(tx, utilityId, wanted.vendId) : null;
  const transfer =
    wanted.kind === 'transfer' ? await transferOf(tx, utilityId, wanted.replacementId) : null;
  return { vend, transfer };
}

/** It follows from the request, and from a vend or replacement that changes no more, so it stays. */
function summaryOf(wanted: WantedTokens, { vend, transfer }: Source): string {
  switch (wanted.kind) {
    case 'free_issue':
      return `${formatTenthKwh(wanted.energy)} kWh for nothing to meter ${wanted.meterNumber}`;
    case 'engineering': {
      const what = wanted.contents.map(({ kind }) => kind.replaceAll('-', ' ')).join(', ');
      return `Engineering tokens for meter ${wanted.meterNumber}: ${what}`;
    }
    case 'transfer':
      return transfer === null
        ? `Credit left in the meter of replacement ${wanted.replacementId}, to the new one`
        : `${formatTenthKwh(tenthKwh(transfer.energy))} kWh left in a replaced meter to meter ${transfer.meterNumber}`;
    case 'reissue':
      return `Tokens of a sale made anew, too old for meter ${vend?.meter.meterNumber ?? 'unknown'}`;
  }
}
