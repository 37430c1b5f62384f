/**
 * What a draft would have meant: the purchases of a month once more, under the draft. Each customer
 * begins the month without purchases and owes the fixed charges of this month only, so that what is
 * compared is the tariff and not what was missed before. Nothing is written.
 */
import type { Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import { NO_PURCHASES } from '@wattvend/tariff/purchase-state.js';
import type { PublishedValues } from '@wattvend/tariff/quote.js';
import { quotePurchase } from '@wattvend/tariff/quote.js';
import { basisPoints } from '@wattvend/tariff/tariff.js';
import { purchaseOrder } from '../quote/supply-quote.ts';
import { localDates } from '../utility/local-date.ts';
import type { Utility } from '../utility/utility.ts';
import type { AgreementId } from '../vend/vend.ts';
import { readPublishedValues } from './published-values.ts';
import type { TariffVersion } from './tariffs.ts';

/** A month of a utility of a hundred thousand customers; more is not looked at, and said so. */
const PURCHASES_MAX = 200_000;

export interface CustomerPreview {
  readonly agreementId: AgreementId;
  readonly accountNumber: string;
  readonly purchases: number;
  readonly tendered: MinorUnits;
  /** Tenths of a kWh: what they bought, free units and all, and what the draft would have given. */
  readonly energyThen: number;
  readonly energyNow: number;
  /** Purchases that the draft would have refused. */
  readonly refused: number;
}

/** How many customers would have had so much more or less energy. */
export interface PreviewBucket {
  /** From this many hundredths of a per cent on, up to the next bucket's. Null: from the least. */
  readonly fromBasisPoints: number | null;
  readonly customers: number;
}

export interface TariffPreview {
  readonly month: number;
  /** Whether all purchases of the month were looked at. */
  readonly isWhole: boolean;
  readonly customers: readonly CustomerPreview[];
  readonly distribution: readonly PreviewBucket[];
}

interface PurchaseRow {
  readonly agreement_id: AgreementId;
  readonly account_number: string;
  readonly exemptions: readonly string[];
  readonly entitlements: readonly string[];
  readonly channel: string;
  readonly requested_at_ms: bigint;
  readonly tendered_minor: bigint;
  readonly energy_tenth_kwh: number;
  readonly free_tenth_kwh: number;
}

const purchasesStatement = loadStatement(
  new URL('../../sql/tariff/purchases-of-month.sql', import.meta.url),
);

/** `month` is yyyymm in UTC, as vends are kept; purchases of this tariff's customers. */
export async function previewTariff(
  tx: Pick<Transaction, 'query'>,
  utility: Pick<Utility, 'utilityId' | 'timeZone'>,
  draft: Pick<TariffVersion, 'tariffId' | 'tariff'>,
  month: number,
  now: Instant,
): Promise<TariffPreview> {
  const { utilityId, timeZone } = utility;
  const localDate = localDates(timeZone);
  const values = await readPublishedValues(tx, utilityId, localDate(now), now);
  const { rows } = await tx.query<PurchaseRow>(purchasesStatement, [
    utilityId,
    month,
    draft.tariffId,
    PURCHASES_MAX + 1,
  ]);
  const looked = rows.slice(0, PURCHASES_MAX);
  const byCustomer = new Map<AgreementId, PurchaseRow[]>();
  for (const row of looked) {
    const together = byCustomer.get(row.agreement_id);
    if (together === undefined) byCustomer.set(row.agreement_id, [row]);
    else together.push(row);
  }
  const customers = [...byCustomer.values()].map((purchases) =>
    customerPreview(draft, values, localDate, purchases),
  );
  return {
    month,
    isWhole: rows.length <= PURCHASES_MAX,
    customers,
    distribution: distributionOf(customers),
  };
}

function customerPreview(
  { tariffId, tariff }: Pick<TariffVersion, 'tariffId' | 'tariff'>,
  values: PublishedValues,
  localDate: ReturnType<typeof localDates>,
  purchases: readonly PurchaseRow[],
): CustomerPreview {
  let state = NO_PURCHASES;
  let [energyNow, energyThen, refused, tendered] = [0, 0, 0, 0n];
  const [first] = purchases;
  if (first === undefined) throw new Error('a customer without purchases is previewed');
  for (const row of purchases) {
    const at = instant(Number(row.requested_at_ms));
    const today = localDate(at);
    const agreement = {
      ...{ agreementId: row.agreement_id, accountNumber: row.account_number, beganAt: at },
      ...{ exemptions: row.exemptions, entitlements: row.entitlements },
      ...{ mostDebtShare: basisPoints(0), tariffId, tariffVersion: null, state },
    };
    const since = { ...today, day: 1 };
    const { channel } = row;
    const purchase = { agreement, state, debts: [], tariff, values, today, since, channel };
    const answer = quotePurchase(purchaseOrder(purchase, minorUnits(row.tendered_minor)));
    energyThen += row.energy_tenth_kwh + row.free_tenth_kwh;
    tendered += row.tendered_minor;
    if (answer.kind === 'refused') refused += 1;
    else {
      const { credit, free } = answer.quote;
      const bought = credit.kind === 'energy' ? credit.energy : tenthKwh(0);
      energyNow += bought + free.reduce((sum, each) => sum + each.energy, 0);
      state = answer.quote.state;
    }
  }
  return {
    agreementId: first.agreement_id,
    accountNumber: first.account_number,
    purchases: purchases.length,
    tendered: minorUnits(tendered),
    energyThen,
    energyNow,
    refused,
  };
}

/** In steps of five per cent, from less than half to half as much again and more. */
const BUCKETS: readonly (number | null)[] = [
  null,
  ...Array.from({ length: 21 }, (_, step) => (step - 10) * 500),
];

function distributionOf(customers: readonly CustomerPreview[]): readonly PreviewBucket[] {
  const counts = BUCKETS.map(() => 0);
  for (const { energyThen, energyNow } of customers) {
    if (energyThen === 0) continue;
    const change = Math.floor(((energyNow - energyThen) * 10_000) / energyThen);
    const at = BUCKETS.findLastIndex((from) => from === null || change >= from);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return BUCKETS.map((fromBasisPoints, at) => ({ fromBasisPoints, customers: counts[at] ?? 0 }));
}
