/** What was agreed with the vendors of the invented town: tills, commission, and one that pays later. */
import { minorUnits } from '@wattvend/quantities/money.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import type { CommissionRule, CommissionTerms } from '@wattvend/vending/commission.js';
import { putCommissionVersion } from '@wattvend/vending/commission-rules.js';
import { orderCreditLimit } from '@wattvend/vending/vendor-orders.js';
import type { Vendor, VendorSettings } from '@wattvend/vending/vendors.js';
import { setVendorSettings } from '@wattvend/vending/vendors.js';
import { wallDates } from '../../wall-date.ts';
import { DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { Chance } from './chance.ts';
import { approve, makerOf } from './decisions.ts';
import type { HistoryOrder } from './live-through.ts';

export interface VendorTerms {
  /** Null for whoever has no people at a till. */
  readonly till: VendorSettings['tillOwner'] | null;
  readonly commission: CommissionRule;
  readonly paid: 'daily' | 'monthly';
  readonly onCredit: boolean;
}

const NOTHING = minorUnits(0n);

function share(rate: number, o: Partial<CommissionTerms> = {}): CommissionRule {
  const steps = [{ above: NOTHING, rate: basisPoints(rate) }];
  const base: CommissionTerms = {
    ...{ base: 'tendered', steps, fixed: NOTHING, least: null, most: null },
  };
  return { terms: { ...base, ...o }, channels: {} };
}

/** By the vendors' places in the town's list. */
export const VENDOR_TERMS: readonly VendorTerms[] = [
  { till: 'vendor', commission: share(250), paid: 'daily', onCredit: false },
  {
    till: 'utility',
    commission: share(0, {
      base: 'energy_charge',
      steps: [
        { above: NOTHING, rate: basisPoints(200) },
        { above: minorUnits(500_000n), rate: basisPoints(150) },
      ],
    }),
    paid: 'daily',
    onCredit: false,
  },
  { till: null, commission: share(150), paid: 'monthly', onCredit: true },
  {
    till: null,
    commission: share(100, { fixed: minorUnits(20n) }),
    paid: 'daily',
    onCredit: false,
  },
  { till: null, commission: share(80), paid: 'monthly', onCredit: false },
];

// What a vendor on credit may owe for each meter of the town, 240.00, and at least.
const CREDIT_MINOR_PER_METER = 24_000n;
const CREDIT_LEAST_MINOR = 2_000_000n;

export async function agreeTerms(
  order: HistoryOrder,
  chance: Chance,
  vendorId: Vendor['vendorId'],
  terms: VendorTerms,
): Promise<void> {
  const { database, utility, clock } = order;
  const author = makerOf(order);
  if (terms.till !== null) {
    const settings = { shiftRequired: true, tillOwner: terms.till };
    await setVendorSettings(database, utility.utilityId, { vendorId, settings, author }, clock.now);
  }
  const { commission: rule, paid } = terms;
  const effectiveFrom = wallDates(utility.timeZone)(clock.now);
  const put = await putCommissionVersion(
    database,
    utility,
    {
      ...{ vendorId, version: 1, effectiveFrom, paid, rule },
      ...{ addedBy: DEMO_SIGN_IN_NAME, approvedBy: null },
    },
    clock.now,
  );
  if (put.kind === 'refused') throw new Error(`no commission: ${put.refusal.code}`);
  if (!terms.onCredit) return;
  const approvalId = chance.uuid();
  const ofTown = CREDIT_MINOR_PER_METER * BigInt(order.meters);
  const limit = minorUnits(ofTown > CREDIT_LEAST_MINOR ? ofTown : CREDIT_LEAST_MINOR);
  const ordered = await orderCreditLimit(
    database,
    utility,
    {
      ...{ approvalId: approvalId as never, vendorId, limit, author },
      reason: 'Pays by invoice at the end of the week',
    },
    clock.now,
  );
  if (ordered.kind !== 'requested') throw new Error(`no credit: ${ordered.refusal}`);
  await approve(order, approvalId);
}
