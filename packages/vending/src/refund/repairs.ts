/**
 * A vend that went to the wrong meter is put right by one order: the vend is taken back, and the same
 * money buys for the right meter under that meter's own tariff. The digits that were issued cannot be
 * called back from a meter with a keypad, which is why a second person has to be convinced.
 */
import type { Database, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { ApprovalSubject } from '../approval/approval-desk.ts';
import type { Approval, ApprovalId } from '../approval/approvals.ts';
import { requestApproval } from '../approval/approvals.ts';
import { findMeter } from '../meter/meters.ts';
import type { Author } from '../staff/author.ts';
import { moneyText } from '../utility/money-text.ts';
import type { Utility } from '../utility/utility.ts';
import { findVend } from '../vend/find-vends.ts';
import type { Vend, VendId } from '../vend/vend.ts';
import { againWhenMet } from '../vendor/met.ts';
import { claimVend, releaseVend } from './claim.ts';
import { postRefund, refundShares } from './refund-entry.ts';
import { ensureRepairsVendor, repairsFloat } from './repairs-vendor.ts';
import { isRefundable } from './request-refund.ts';
import { takeBack } from './take-back.ts';

export type RepairId = Quantity<string, 'repair id'>;

/** "approved": the old vend is taken back and the new one is still to be made. */
export const REPAIR_STATES = ['requested', 'approved', 'executed', 'dropped'] as const;

export type RepairState = (typeof REPAIR_STATES)[number];

export interface NewRepair {
  readonly repairId: RepairId;
  readonly vendId: VendId;
  readonly toMeterNumber: Drn;
  /** What makes the operator sure that the token was not keyed in. */
  readonly statement: string;
  /** What the wrong meter's display showed, when somebody could look. */
  readonly displayCode: string | null;
  readonly reason: string;
  readonly author: Author;
}

export interface Repair extends Omit<NewRepair, 'author'> {
  readonly state: RepairState;
  /** Why the new vend could not be made, at the last try. */
  readonly refusal: string | null;
  readonly newVendId: VendId | null;
  /** Counts the new vends that the security module declined. */
  readonly attempt: number;
  readonly requestedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly requestedBy: string;
  readonly decidedBy: string | null;
}

/** Why a repair cannot be asked for, in order. */
export const REPAIR_REFUSALS = [
  'not_allowed',
  'approval_id_conflict',
  'vend_not_found',
  'vend_not_refundable',
  'vend_claimed',
  'meter_not_found',
  'repair_same_meter',
] as const;

export type RepairRefusal = (typeof REPAIR_REFUSALS)[number];

export type RequestRepairAnswer =
  | { readonly kind: 'requested'; readonly repair: Repair; readonly first: boolean }
  | { readonly kind: 'refused'; readonly refusal: RepairRefusal };

interface RepairRow {
  readonly repair_id: RepairId;
  readonly vend_id: VendId;
  readonly requested_at_ms: bigint;
  readonly resolved_at_ms: bigint | null;
  readonly new_vend_id: VendId | null;
  readonly attempt: number;
  readonly to_meter_number: Drn;
  readonly statement: string;
  readonly display_code: string | null;
  readonly state: RepairState;
  readonly refusal: string | null;
  readonly reason: string;
  readonly requested_by_name: string;
  readonly decided_by_name: string | null;
}

const statement = (name: string) =>
  loadStatement(new URL(`../../sql/refund/${name}`, import.meta.url));
const insertRepairStatement = statement('insert-repair.sql');
const findRepairsStatement = statement('find-repairs.sql');
const resolveRepairStatement = statement('resolve-repair.sql');

// Behind every repair there is: 9999-12-31, and a UUID above all.
const END = instant(253_402_300_799_999);
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff' as RepairId;

/** Undoes what was written when the order is refused behind it. */
class NotRequested extends Error {
  override readonly name: string = 'NotRequested';
  readonly refusal: RepairRefusal;
  constructor(refusal: RepairRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Refusals: REPAIR_REFUSALS, in order. */
export async function requestRepair(
  database: Database,
  utility: Utility,
  repair: NewRepair,
  now: Instant,
): Promise<RequestRepairAnswer> {
  await ensureRepairsVendor(database, utility, now);
  try {
    return await againWhenMet(database, (tx) => requested(tx, utility, repair, now));
  } catch (error) {
    if (error instanceof NotRequested) return { kind: 'refused', refusal: error.refusal };
    throw error;
  }
}

async function requested(
  tx: Transaction,
  utility: Utility,
  repair: NewRepair,
  now: Instant,
): Promise<RequestRepairAnswer> {
  const { utilityId } = utility;
  const { repairId, vendId, toMeterNumber, author } = repair;
  const vend = await findVend(tx, utilityId, vendId);
  const answer = await requestApproval(
    tx,
    utilityId,
    {
      approvalId: repairId as string as ApprovalId,
      kind: 'wrong_meter',
      subject: {
        vend_id: vendId,
        to_meter_number: toMeterNumber,
        statement: repair.statement,
        display_code: repair.displayCode,
      },
      summary: summaryOf(utility, vend, repair),
      documentReference: null,
      reason: repair.reason,
      requestedBy: author.userId,
    },
    { now, address: author.address },
  );
  if (answer.kind === 'refused') throw new NotRequested(answer.refusal);
  if (answer.first) {
    const refusal = await refusalOf(tx, utilityId, repair, { vend, now });
    if (refusal !== null) throw new NotRequested(refusal);
    const { displayCode } = repair;
    const values = [utilityId, repairId, vendId, now, toMeterNumber, repair.statement, displayCode];
    await tx.query(insertRepairStatement, values);
  }
  const made = await findRepair(tx, utilityId, repairId);
  if (made === null) throw new Error(`an approval without its repair ${repairId}`);
  return { kind: 'requested', repair: made, first: answer.first };
}

/** How the order stands in lists. It follows from the vend and the request alone, so it stays. */
function summaryOf(
  utility: Utility,
  vend: Vend | null,
  { vendId, toMeterNumber }: NewRepair,
): string {
  if (vend === null) return `Vend ${vendId} went to the wrong meter`;
  const money = moneyText(utility, vend.tendered);
  return `${money} sold to meter ${vend.meter.meterNumber} belong to meter ${toMeterNumber}`;
}

async function refusalOf(
  tx: Transaction,
  utilityId: UtilityId,
  { repairId, vendId, toMeterNumber }: NewRepair,
  { vend, now }: { readonly vend: Vend | null; readonly now: Instant },
): Promise<RepairRefusal | null> {
  if (vend === null) return 'vend_not_found';
  if (!isRefundable(vend)) return 'vend_not_refundable';
  const claim = { vendId, deed: 'repair', deedId: repairId } as const;
  if (!(await claimVend(tx, utilityId, claim))) return 'vend_claimed';
  const meter = await findMeter(tx, utilityId, toMeterNumber, now);
  if (meter === null) return 'meter_not_found';
  return toMeterNumber === vend.meter.meterNumber ? 'repair_same_meter' : null;
}

/** The repair of that id, or null. */
export async function findRepair(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  repairId: RepairId,
): Promise<Repair | null> {
  const values = [utilityId, repairId, null, null, END, LAST_ID, 1];
  const { rows } = await tx.query<RepairRow>(findRepairsStatement, values);
  const [row] = rows;
  return row === undefined ? null : repairOfRow(row);
}

/** Where a page begins: behind the last repair of the page before. */
export interface RepairCursor {
  readonly requestedAt: Instant;
  readonly repairId: RepairId;
}

/** Repairs, newest first. */
export async function listRepairs(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  page: {
    readonly vendId: VendId | null;
    readonly state: RepairState | null;
    readonly before: RepairCursor | null;
    readonly limit: number;
  },
): Promise<readonly Repair[]> {
  const { vendId, state, before, limit } = page;
  const [at, id] = [before?.requestedAt ?? END, before?.repairId ?? LAST_ID];
  const values = [utilityId, null, vendId, state, at, id, limit];
  const { rows } = await tx.query<RepairRow>(findRepairsStatement, values);
  return rows.map(repairOfRow);
}

function repairOfRow(row: RepairRow): Repair {
  return {
    repairId: row.repair_id,
    vendId: row.vend_id,
    toMeterNumber: row.to_meter_number,
    statement: row.statement,
    displayCode: row.display_code,
    reason: row.reason,
    state: row.state,
    refusal: row.refusal,
    newVendId: row.new_vend_id,
    attempt: row.attempt,
    requestedAt: instant(Number(row.requested_at_ms)),
    resolvedAt: row.resolved_at_ms === null ? null : instant(Number(row.resolved_at_ms)),
    requestedBy: row.requested_by_name,
    decidedBy: row.decided_by_name,
  };
}

/** What a second person's decision does: the old vend is taken back, and the new one becomes due. */
export function repairSubject(utility: Utility): ApprovalSubject<never> {
  const { utilityId } = utility;
  return {
    async apply(tx, approval, now) {
      const repair = await repairOf(tx, utilityId, approval);
      const { repairId: deedId } = repair;
      const vend = await findVend(tx, utilityId, repair.vendId);
      if (vend === null) throw new Error(`the vend of repair ${deedId} is gone`);
      await takeBack(tx, utility, vend, { kind: 'all' }, { deedId, now });
      const money = vend.tendered;
      const shares = refundShares(vend, money, true);
      const creditTo = repairsFloat(utilityId);
      const entry = { deedId, kind: 'vend_repair', shares, money, creditTo } as const;
      await postRefund(tx, utility, entry, now);
      await resolveRepair(tx, utilityId, repair, { state: 'approved', now });
      return { kind: 'applied' };
    },
    async drop(tx, approval, now) {
      const repair = await repairOf(tx, utilityId, approval);
      await resolveRepair(tx, utilityId, repair, { state: 'dropped', now });
      await releaseVend(tx, utilityId, { vendId: repair.vendId, deedId: repair.repairId });
    },
  };
}

async function repairOf(
  tx: Transaction,
  utilityId: UtilityId,
  { approvalId }: Approval,
): Promise<Repair> {
  const repair = await findRepair(tx, utilityId, approvalId as string as RepairId);
  if (repair === null) throw new Error(`approval ${approvalId} has no repair`);
  return repair;
}

/** Answers whether the repair still was as it was read. */
export async function resolveRepair(
  tx: Pick<Transaction, 'query'>,
  utilityId: UtilityId,
  repair: Repair,
  next: {
    readonly state: RepairState;
    readonly now: Instant;
    readonly attempt?: number;
    readonly refusal?: string | null;
    readonly newVendId?: VendId | null;
    readonly tryAgainAt?: number;
  },
): Promise<boolean> {
  const { state, now, attempt = repair.attempt, refusal = null, newVendId = null } = next;
  const isOver = state === 'executed' || state === 'dropped';
  const { rowCount } = await tx.query(resolveRepairStatement, [
    utilityId,
    repair.repairId,
    repair.state,
    repair.attempt,
    state,
    attempt,
    refusal,
    newVendId,
    isOver ? now : null,
    next.tryAgainAt ?? now,
  ]);
  return rowCount === 1;
}
