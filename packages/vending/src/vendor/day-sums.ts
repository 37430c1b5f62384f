/**
 * The sums over a vendor's day and the root of its hash tree. `leafOf` is the documented form of what
 * is hashed (docs/guides/vendors.md): whoever has the vends can compute the root without us.
 */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { MonthVolume } from './commission.ts';
import { volumeAfter } from './commission.ts';
import type { DayVend } from './day-vends.ts';
import { createMerkleTree } from './merkle.ts';

export interface PaymentMethodSum {
  readonly paymentMethod: string;
  readonly vends: number;
  readonly tendered: MinorUnits;
}

export interface AccountSum {
  /** The ledger account's code. */
  readonly code: string;
  readonly credited: MinorUnits;
}

export interface DaySums {
  readonly vends: number;
  /** Of them, those that belong to an earlier day and came too late for it. */
  readonly lateVends: number;
  readonly tendered: MinorUnits;
  readonly energyTenthKwh: bigint;
  readonly paymentMethods: readonly PaymentMethodSum[];
  readonly accounts: readonly AccountSum[];
  /** Of the security module; null when nothing was sold. */
  readonly firstSequence: bigint | null;
  readonly lastSequence: bigint | null;
  readonly root: Uint8Array;
  /** The sum of what each vend earns. */
  readonly commission: MinorUnits;
  /** Of the calendar month, with this day. */
  readonly month: MonthVolume;
}

/** Adds up the vends of a day; `before` is what was sold in the month before it. */
export async function sumsOf(vends: AsyncIterable<DayVend>, before: MonthVolume): Promise<DaySums> {
  const tree = createMerkleTree();
  const methods = new Map<string, PaymentMethodSum>();
  const accounts = new Map<string, bigint>();
  let [count, late, tendered, energy, commission] = [0, 0, 0n, 0n, 0n];
  let first: bigint | null = null;
  let last: bigint | null = null;
  let month = before;
  for await (const vend of vends) {
    tree.add(leafOf(vend));
    count += 1;
    late += vend.late ? 1 : 0;
    tendered += vend.tendered;
    energy += BigInt(vend.energyTenthKwh);
    commission += vend.commission?.commission ?? 0n;
    first = first === null || vend.firstSequence < first ? vend.firstSequence : first;
    last = last === null || vend.lastSequence > last ? vend.lastSequence : last;
    methods.set(vend.paymentMethod, withVend(methods.get(vend.paymentMethod), vend));
    for (const [code, credited] of vend.credited) {
      accounts.set(code, (accounts.get(code) ?? 0n) + credited);
    }
    const energyCharge = minorUnits(vend.credited.get('energy_sales') ?? 0n);
    month = volumeAfter(month, { channel: null, tendered: vend.tendered, energyCharge });
  }
  return {
    vends: count,
    lateVends: late,
    tendered: minorUnits(tendered),
    energyTenthKwh: energy,
    paymentMethods: inOrder(methods.values(), (sum) => sum.paymentMethod),
    accounts: inOrder(
      [...accounts].map(([code, credited]) => ({ code, credited: minorUnits(credited) })),
      (sum) => sum.code,
    ),
    firstSequence: first,
    lastSequence: last,
    root: tree.root(),
    commission: minorUnits(commission),
    month,
  };
}

/** What is hashed of a vend, one line for each fact. The first line names the form. */
export function leafOf(vend: DayVend): string {
  return [
    'wattvend vend of a day 1',
    vend.vendId,
    vend.requestedAt,
    vend.resolvedAt,
    vend.meterId,
    vend.tokenIdentifier,
    vend.tendered,
    vend.energyTenthKwh,
    vend.paymentMethod,
    vend.commission?.commission ?? 0n,
    ...vend.receipts,
  ].join('\n');
}

function withVend(sum: PaymentMethodSum | undefined, vend: DayVend): PaymentMethodSum {
  return {
    paymentMethod: vend.paymentMethod,
    vends: (sum?.vends ?? 0) + 1,
    tendered: minorUnits((sum?.tendered ?? 0n) + vend.tendered),
  };
}

function inOrder<Sum>(sums: Iterable<Sum>, name: (sum: Sum) => string): readonly Sum[] {
  return [...sums].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
