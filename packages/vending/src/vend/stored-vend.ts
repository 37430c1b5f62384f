/**
 * What the database keeps of a vend as JSON: its order and its undo. Money stands as decimal
 * strings, since a JSON number is a float.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { hundredThousandths, minorUnits } from '@wattvend/quantities/money.js';
import type { TokenContent } from '@wattvend/security-module/security-module.js';
import type { Month } from '@wattvend/tariff/calendar.js';
import type { PurchaseUndo } from './purchase-undo.ts';
import type { VendOrder } from './vend.ts';

interface StoredOrder {
  readonly requested_by: string;
  readonly approved_by: string;
  readonly contents: readonly StoredContent[];
}

type StoredContent = Readonly<Record<string, string | number>> & { readonly kind: string };

export function storedOrder(order: VendOrder): string {
  return JSON.stringify({
    requested_by: order.requestedBy,
    approved_by: order.approvedBy,
    contents: order.contents.map((content) =>
      content.kind === 'credit-currency' ? { ...content, money: String(content.money) } : content,
    ),
  });
}

export function orderOfStored(stored: unknown): VendOrder {
  const order = stored as StoredOrder;
  return {
    requestedBy: order.requested_by,
    approvedBy: order.approved_by,
    contents: order.contents.map(contentOfStored),
  };
}

/** It was written by storedOrder; the units are stated again. */
function contentOfStored(stored: StoredContent): TokenContent {
  const content = stored as unknown as TokenContent;
  switch (content.kind) {
    case 'credit-currency':
      return { ...content, money: hundredThousandths(BigInt(content.money)) };
    case 'set-maximum-power-limit':
    case 'set-maximum-phase-power-unbalance-limit':
      return { ...content, power: watts(content.power) };
    case 'credit':
    case 'clear-credit':
    case 'clear-tamper-condition':
    case 'set-water-meter-factor':
      return content;
  }
}

type StoredSums = readonly (readonly [string, string])[];
type Claimed = PurchaseUndo['claimed'][number]['after'];
type Charged = PurchaseUndo['charged'][number]['after'];

interface StoredUndo {
  /** Absent when it is the month of the vend. */
  readonly month?: Month;
  readonly energy: number;
  readonly free: number;
  readonly carried: number;
  readonly charged: readonly (readonly [string, Charged | null, Charged])[];
  readonly claimed: readonly (readonly [string, Claimed | null, Claimed])[];
  readonly part_paid: StoredSums;
  readonly debt_paid: StoredSums;
}

export function storedUndo(undo: PurchaseUndo): string {
  const sums = (paid: PurchaseUndo['partPaid']): StoredSums =>
    paid.map((each) => [each.id, String(each.paid)]);
  const stored: StoredUndo = {
    ...(undo.month === null ? {} : { month: undo.month }),
    energy: undo.energy,
    free: undo.freeEnergy,
    carried: undo.carriedMicroKwh,
    charged: undo.charged.map((each) => [each.id, each.before, each.after]),
    claimed: undo.claimed.map((each) => [each.id, each.before, each.after]),
    part_paid: sums(undo.partPaid),
    debt_paid: sums(undo.debtPaid),
  };
  return JSON.stringify(stored);
}

export function undoOfStored(stored: unknown): PurchaseUndo {
  const undo = stored as StoredUndo;
  const sums = (paid: StoredSums): PurchaseUndo['partPaid'] =>
    paid.map(([id, money]): { id: string; paid: MinorUnits } => ({
      id,
      paid: minorUnits(BigInt(money)),
    }));
  const energy = (tenths: number): TenthKwh => tenthKwh(tenths);
  return {
    month: undo.month ?? null,
    energy: energy(undo.energy),
    freeEnergy: energy(undo.free),
    carriedMicroKwh: undo.carried,
    charged: undo.charged.map(([id, before, after]) => ({ id, before, after })),
    claimed: undo.claimed.map(([id, before, after]) => ({ id, before, after })),
    partPaid: sums(undo.part_paid),
    debtPaid: sums(undo.debt_paid),
  };
}
