/** Who sells in the invented town: kiosks with cashiers, a mobile-money service, a web shop. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { resumeVendor, suspendVendor } from '@wattvend/vending/suspension.js';
import { addUser } from '@wattvend/vending/users.js';
import type { VendorId, VendRequest } from '@wattvend/vending/vend.js';
import { orderDepositReversal } from '@wattvend/vending/vendor-orders.js';
import { addVendor, listVendors } from '@wattvend/vending/vendors.js';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { Chance } from './chance.ts';
import { approve, makerOf } from './decisions.ts';
import type { History, HistoryDay, HistoryOrder } from './live-through.ts';
import type { Purchase } from './purchases.ts';
import { agreeTerms, VENDOR_TERMS } from './town-terms.ts';

export interface Cashier {
  readonly userId: string;
  readonly name: string;
  /** Null while the till is shut. */
  shiftId: string | null;
  /** In this shift, by method of payment. */
  taken: Map<string, bigint>;
}

export interface TownVendor {
  readonly vendorId: VendorId;
  readonly name: string;
  readonly channel: string;
  readonly paymentMethod: string;
  readonly cashiers: readonly Cashier[];
  readonly hasTills: boolean;
  /** Counted and not yet in a batch. */
  readonly closedShifts: string[];
  lastDepositId: string | null;
}

const VENDORS = [
  { name: 'Market Kiosk', channel: 'counter', paymentMethod: 'cash', cashiers: ['Neema', 'Thabo'] },
  { name: 'Station Shop', channel: 'counter', paymentMethod: 'cash', cashiers: ['Wanjiru'] },
  { name: 'Lakeside Store', channel: 'counter', paymentMethod: 'card', cashiers: ['Kwame'] },
  { name: 'Pesa Direct', channel: 'ussd', paymentMethod: 'mobile_money', cashiers: [] },
  { name: 'Sunbird Online', channel: 'web', paymentMethod: 'card', cashiers: [] },
] as const;

/** Their places in the list. */
export const [MARKET_KIOSK, PESA_DIRECT, SUNBIRD_ONLINE] = [0, 3, 4] as const;

// What a vendor pays in for each meter of the town, 120.00, and below which share it pays in again.
const DEPOSIT_MINOR_PER_METER = 12_000n;
const AGAIN_BELOW = 3n;
// A kiosk of a hamlet takes connection fees too.
const DEPOSIT_LEAST_MINOR = 1_500_000n;
// After which shares of the history a deposit comes back, and a vendor is stopped for some days.
const REVERSED_AFTER = 0.45;
const SUSPENDED_AFTER = 0.6;
const SUSPENDED_DAYS = 2;

export async function openTownVendors(
  order: HistoryOrder,
  chance: Chance,
): Promise<readonly TownVendor[]> {
  const { database, utility, clock } = order;
  const made: TownVendor[] = [];
  for (const [at, { name, channel, paymentMethod, cashiers }] of VENDORS.entries()) {
    const vendorId = chance.uuid() as VendorId;
    const people = cashiers.map((cashier) => ({
      ...{ userId: chance.uuid(), name: cashier, shiftId: null, taken: new Map() },
    }));
    const floatAccountId = chance.uuid() as never;
    await database.transaction(async (tx) => {
      await addVendor(tx, utility, { vendorId, name, floatAccountId }, clock.now);
      for (const cashier of people) {
        const user = {
          userId: cashier.userId as never,
          signInName: `${cashier.name.toLowerCase()}@demo`,
          displayName: cashier.name,
          roles: ['cashier'],
          vendorId,
          passwordHash: null,
        } as const;
        await addUser(tx, utility.utilityId, user, clock.now);
      }
    });
    const terms = VENDOR_TERMS[at];
    if (terms === undefined) throw new RangeError(`no terms for ${name}`);
    await agreeTerms(order, chance, vendorId, terms);
    made.push({
      ...{ vendorId, name, channel, paymentMethod, cashiers: people },
      ...{ hasTills: terms.till !== null, closedShifts: [], lastDepositId: null },
    });
  }
  return made;
}

/** In the morning whoever runs low pays in; whoever is on credit pays what was sold. */
export async function fillFloats(history: History): Promise<void> {
  const { database, utility, clock, chance } = history;
  const ofTown = DEPOSIT_MINOR_PER_METER * BigInt(history.meters);
  const whole = ofTown > DEPOSIT_LEAST_MINOR ? ofTown : DEPOSIT_LEAST_MINOR;
  const known = await listVendors(database, utility.utilityId, null);
  for (const vendor of history.vendors) {
    const float = known.find(({ vendorId }) => vendorId === vendor.vendorId);
    if (float === undefined) throw new Error(`${vendor.name} has no float`);
    const left = float.posted - float.reserved - float.floor;
    if (left > whole / AGAIN_BELOW) continue;
    vendor.lastDepositId = chance.uuid();
    const answer = await depositFloat(
      database,
      utility,
      {
        depositId: vendor.lastDepositId,
        vendorId: vendor.vendorId,
        money: minorUnits(whole),
        reference: `Deposit slip ${chance.whole(100_000, 999_999)}`,
        depositedBy: DEMO_SIGN_IN_NAME,
      },
      clock.now,
    );
    if (answer.kind !== 'deposited') throw new Error(`no deposit: ${answer.refusal}`);
  }
}

/** A deposit that the bank does not honour, and a vendor who must not sell for two days. */
export async function troubleVendors(history: History, day: HistoryDay): Promise<void> {
  const { database, utility, vendors, clock, chance, days } = history;
  const { utilityId } = utility;
  const author = makerOf(history);
  const kiosk = vendors[MARKET_KIOSK];
  const pesa = vendors[PESA_DIRECT];
  if (kiosk === undefined || pesa === undefined) throw new RangeError('the town lacks a vendor');
  const suspendedOn = Math.floor(days * SUSPENDED_AFTER);
  if (day.index === Math.floor(days * REVERSED_AFTER) && kiosk.lastDepositId !== null) {
    const approvalId = chance.uuid();
    const order = {
      ...{ approvalId: approvalId as never, vendorId: kiosk.vendorId, author },
      ...{ depositId: kiosk.lastDepositId, reason: 'The bank has returned the cheque' },
    };
    const ordered = await orderDepositReversal(database, utility, order, clock.now);
    if (ordered.kind !== 'requested') throw new Error(`not reversed: ${ordered.refusal}`);
    await approve(history, approvalId);
  }
  const { vendorId } = pesa;
  if (day.index === suspendedOn) {
    const note = 'Until the statement of last month has been explained';
    const order = { vendorId, note, by: DEMO_SIGN_IN_NAME, author };
    await suspendVendor(database, utilityId, order, clock.now);
  }
  if (day.index === suspendedOn + SUSPENDED_DAYS) {
    await resumeVendor(database, utilityId, { vendorId, author }, clock.now);
  }
}

/** Who sells a purchase, at which till. */
export function requestOf(
  history: History,
  purchase: Purchase,
): { readonly request: VendRequest; readonly cashier: Cashier | null } {
  const { chance } = history;
  const vendor = history.vendors[purchase.vendor];
  if (vendor === undefined) throw new RangeError(`no vendor ${purchase.vendor}`);
  const cashier = vendor.cashiers.length === 0 ? null : chance.pick(vendor.cashiers);
  const reference = vendor.paymentMethod === 'cash' ? null : `P${chance.uuid().slice(0, 13)}`;
  const request = {
    vendId: chance.uuid() as VendRequest['vendId'],
    meterNumber: purchase.living.meterNumber,
    vendorId: vendor.vendorId,
    tendered: purchase.tendered,
    channel: vendor.channel,
    payment: { method: vendor.paymentMethod, reference },
    soldBy: cashier?.name ?? vendor.name,
    operatorId: cashier?.userId ?? null,
  };
  return { request, cashier };
}

/** What lies in the till is counted at night. */
export function putInTill(cashier: Cashier | null, method: string, money: bigint): void {
  if (cashier === null) return;
  cashier.taken.set(method, (cashier.taken.get(method) ?? 0n) + money);
}
