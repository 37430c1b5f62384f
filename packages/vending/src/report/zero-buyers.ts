/**
 * Who has a meter and buys nothing: an empty house, a broken meter, or current that goes past it.
 * Whoever has moved in lately is none.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { Instant } from '@wattvend/quantities/time.js';
import { instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import { replanned } from '../desk/replanned.ts';
import { dateText, localDates } from '../utility/local-date.ts';
import type { Utility } from '../utility/utility.ts';
import type { AgreementId } from '../vend/vend.ts';
import type { SpanParts } from './closed-days.ts';
import { partsOf } from './closed-days.ts';

export interface ZeroBuyer {
  readonly agreementId: AgreementId;
  readonly accountNumber: string;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly address: string;
  readonly area: string;
  readonly meterNumber: Drn;
  readonly tariffName: string | null;
  /** Null for whoever has never bought. */
  readonly lastPurchaseAt: Instant | null;
  /** The last purchase, or else when the agreement began. */
  readonly idleFrom: Instant;
}

export interface ZeroBuyerPage {
  readonly now: Instant;
  /** Idle since before this. */
  readonly idleBefore: Instant;
  readonly area: string | null;
  readonly searched: string | null;
  readonly after: { readonly idleFrom: Instant; readonly agreementId: AgreementId } | null;
  readonly limit: number;
}

export interface AreaOfZeroBuyers {
  readonly area: string;
  readonly agreements: number;
  readonly zeroBuyers: number;
}

interface Row {
  readonly agreement_id: AgreementId;
  readonly account_number: string;
  readonly customer_name: string | null;
  readonly phone: string | null;
  readonly address: string;
  readonly area: string;
  readonly drn: Drn;
  readonly tariff_name: string | null;
  readonly purchased_at_ms: bigint | null;
  readonly idle_from_ms: bigint;
}

const statement = (name: string) =>
  replanned(loadStatement(new URL(`../../sql/report/${name}`, import.meta.url)));
const zeroBuyersStatement = statement('zero-buyers.sql');
const byAreaStatement = statement('zero-buyers-by-area.sql');

const BEFORE_ALL = instant(-1);
const NO_AGREEMENT = '00000000-0000-0000-0000-000000000000';

/** A page of them, the longest idle first. */
export async function listZeroBuyers(
  database: Pick<Database, 'query'>,
  utility: Utility,
  page: ZeroBuyerPage,
): Promise<readonly ZeroBuyer[]> {
  const live = await liveParts(database, utility, page.now);
  const { rows } = await database.query<Row>(zeroBuyersStatement, [
    utility.utilityId,
    ...live,
    page.idleBefore,
    page.area,
    page.searched,
    page.after?.idleFrom ?? BEFORE_ALL,
    page.after?.agreementId ?? NO_AGREEMENT,
    page.limit,
  ]);
  return rows.map((row) => ({
    agreementId: row.agreement_id,
    accountNumber: row.account_number,
    customerName: row.customer_name,
    phone: row.phone,
    address: row.address,
    area: row.area,
    meterNumber: row.drn,
    tariffName: row.tariff_name,
    lastPurchaseAt: row.purchased_at_ms === null ? null : instant(Number(row.purchased_at_ms)),
    idleFrom: instant(Number(row.idle_from_ms)),
  }));
}

/** How many there are by area, beside all agreements with a meter to sell for. */
export async function countZeroBuyers(
  database: Pick<Database, 'query'>,
  utility: Utility,
  { now, idleBefore }: Pick<ZeroBuyerPage, 'now' | 'idleBefore'>,
): Promise<readonly AreaOfZeroBuyers[]> {
  const live = await liveParts(database, utility, now);
  const { rows } = await database.query<{
    readonly area: string;
    readonly agreements: bigint;
    readonly zero_buyers: bigint;
  }>(byAreaStatement, [utility.utilityId, ...live, idleBefore]);
  return rows.map((row) => ({
    area: row.area,
    agreements: Number(row.agreements),
    zeroBuyers: Number(row.zero_buyers),
  }));
}

async function liveParts(
  database: Pick<Database, 'query'>,
  utility: Utility,
  now: Instant,
): Promise<SpanParts['live']> {
  const today = dateText(localDates(utility.timeZone)(now));
  return (await partsOf(database, utility, { from: today, to: today })).live;
}
