/** Who sells in the invented town: kiosks with cashiers, a mobile-money service, a web shop. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { depositFloat } from '@wattvend/vending/deposits.js';
import { addUser } from '@wattvend/vending/users.js';
import type { VendorId, VendRequest } from '@wattvend/vending/vend.js';
import { addVendor } from '@wattvend/vending/vendors.js';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { Chance } from './chance.ts';
import type { History, HistoryOrder } from './live-through.ts';
import type { Purchase } from './purchases.ts';

export interface TownVendor {
  readonly vendorId: VendorId;
  readonly name: string;
  readonly channel: string;
  readonly paymentMethod: string;
  readonly cashiers: readonly { readonly userId: string; readonly name: string }[];
  /** What is left of the deposits, as the vendor reckons. */
  floatMinor: bigint;
}

const VENDORS = [
  { name: 'Market Kiosk', channel: 'counter', paymentMethod: 'cash', cashiers: ['Neema', 'Thabo'] },
  { name: 'Station Shop', channel: 'counter', paymentMethod: 'cash', cashiers: ['Wanjiru'] },
  { name: 'Lakeside Store', channel: 'counter', paymentMethod: 'card', cashiers: ['Kwame'] },
  { name: 'Pesa Direct', channel: 'ussd', paymentMethod: 'mobile_money', cashiers: [] },
  { name: 'Sunbird Online', channel: 'web', paymentMethod: 'card', cashiers: [] },
] as const;

// What a vendor pays in for each meter of the town, 120.00, and below which share it pays in again.
const DEPOSIT_MINOR_PER_METER = 12_000n;
const AGAIN_BELOW = 3n;

export async function openTownVendors(
  order: HistoryOrder,
  chance: Chance,
): Promise<readonly TownVendor[]> {
  const { database, utility, clock } = order;
  const made: TownVendor[] = [];
  for (const { name, channel, paymentMethod, cashiers } of VENDORS) {
    const vendorId = chance.uuid() as VendorId;
    const people = cashiers.map((cashier) => ({ userId: chance.uuid(), name: cashier }));
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
    made.push({ vendorId, name, channel, paymentMethod, cashiers: people, floatMinor: 0n });
  }
  return made;
}

/** In the morning whoever runs low pays in. */
export async function fillFloats(history: History): Promise<void> {
  const { database, utility, clock, chance } = history;
  const whole = DEPOSIT_MINOR_PER_METER * BigInt(history.meters);
  for (const vendor of history.vendors) {
    if (vendor.floatMinor > whole / AGAIN_BELOW) continue;
    const answer = await depositFloat(
      database,
      utility,
      {
        depositId: chance.uuid(),
        vendorId: vendor.vendorId,
        money: minorUnits(whole),
        reference: `Deposit slip ${chance.whole(100_000, 999_999)}`,
        depositedBy: DEMO_SIGN_IN_NAME,
      },
      clock.now,
    );
    if (answer.kind !== 'deposited') throw new Error(`no deposit: ${answer.refusal}`);
    vendor.floatMinor += whole;
  }
}

export function requestOf(history: History, purchase: Purchase): VendRequest {
  const { chance } = history;
  const vendor = history.vendors[purchase.vendor];
  if (vendor === undefined) throw new RangeError(`no vendor ${purchase.vendor}`);
  const cashier = vendor.cashiers.length === 0 ? null : chance.pick(vendor.cashiers);
  vendor.floatMinor -= purchase.tendered;
  const reference = vendor.paymentMethod === 'cash' ? null : `P${chance.uuid().slice(0, 13)}`;
  return {
    vendId: chance.uuid() as VendRequest['vendId'],
    meterNumber: purchase.living.meterNumber,
    vendorId: vendor.vendorId,
    tendered: purchase.tendered,
    channel: vendor.channel,
    payment: { method: vendor.paymentMethod, reference },
    soldBy: cashier?.name ?? vendor.name,
    operatorId: cashier?.userId ?? null,
  };
}
