/**
 * One box that finds meters, places, agreements and customers as one types: by the start of a meter
 * number, an account number or a place's code, by a telephone number, and by the words of a name or
 * an address, each from its start and in any order. Nothing typed is a wild card.
 *
 * Names and addresses are looked up together too ("wanjiru mango"), among a thousand of those who
 * have one of the words; whoever is not among them is found by another word.
 */
import type { Database } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { CustomerId } from '../customer/customers.ts';
import { replanned } from '../desk/replanned.ts';
import type { MeterStatus } from '../meter/meter-status.ts';
import type { AgreementId } from './agreements.ts';
import type { ServicePointId } from './service-points.ts';

/** Why a hit is one, the best reason first. The database answers the place in this list. */
export const SEARCH_REASONS = [
  'meter_number',
  'account_number',
  'service_point_code',
  'meter_number_start',
  'account_number_start',
  'service_point_code_start',
  'phone',
  'name',
  'address',
  'name_and_address',
] as const;

export type SearchReason = (typeof SEARCH_REASONS)[number];

export interface SearchHit {
  readonly reason: SearchReason;
  readonly meter: { readonly meterNumber: Drn; readonly status: MeterStatus } | null;
  readonly servicePoint: {
    readonly servicePointId: ServicePointId;
    readonly code: string;
    readonly address: string;
    readonly area: string;
  } | null;
  readonly agreement: {
    readonly agreementId: AgreementId;
    readonly accountNumber: string;
    readonly isInForce: boolean;
  } | null;
  readonly customer: {
    readonly customerId: CustomerId;
    readonly name: string;
    readonly phone: string | null;
  } | null;
}

interface QueriesRow {
  readonly whole: string | null;
  readonly names_least: string | null;
  readonly names_any: string | null;
  readonly places_least: string | null;
  readonly places_any: string | null;
  readonly words: number;
}

interface HitRow {
  readonly place: number;
  readonly service_point_id: ServicePointId | null;
  readonly code: string;
  readonly address: string;
  readonly area: string;
  readonly drn: Drn | null;
  readonly status: MeterStatus;
  readonly agreement_id: AgreementId | null;
  readonly account_number: string;
  readonly ended_at_ms: bigint | null;
  readonly customer_id: CustomerId | null;
  readonly customer_name: string;
  readonly phone: string | null;
}

const queriesStatement = loadStatement(
  new URL('../../sql/supply/search-queries.sql', import.meta.url),
);
const searchStatement = replanned(
  loadStatement(new URL('../../sql/supply/search.sql', import.meta.url)),
);

/** The best hits; typing more narrows them, so there are no further pages. */
export async function search(
  database: Pick<Database, 'query'>,
  utilityId: UtilityId,
  typed: string,
  limit: number,
): Promise<readonly SearchHit[]> {
  const text = typed.trim();
  const { rows: queries } = await database.query<QueriesRow>(queriesStatement, [text]);
  const [query] = queries;
  if (query === undefined) throw new Error('a query without an answer');
  const { rows } = await database.query<HitRow>(searchStatement, [
    utilityId,
    query.whole,
    query.names_least ?? query.whole,
    query.places_least ?? query.whole,
    query.words > 1 ? query.names_any : null,
    query.words > 1 ? query.places_any : null,
    digitsOf(text),
    startPattern(text),
    phoneDigitsOf(text),
    limit,
    text,
  ]);
  return rows.map(hitOfRow);
}

/** A meter number as printed, with blanks and hyphens; null when anything else is typed. */
function digitsOf(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, '');
  return /^\d+$/.test(digits) ? digits : null;
}

function startPattern(text: string): string | null {
  if (text === '') return null;
  return `${text.toLowerCase().replaceAll(/[\\%_]/g, (special) => `\\${special}`)}%`;
}

// Fewer digits are the end of some number of thousands of customers.
const PHONE_DIGITS_MIN = 4;

/** Without the zeros in front, which stand for a country or an area as one calls from there. */
function phoneDigitsOf(text: string): string | null {
  if (!/^[\d\s()+./-]+$/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length < PHONE_DIGITS_MIN ? null : digits;
}

function hitOfRow(row: HitRow): SearchHit {
  const reason = SEARCH_REASONS[row.place];
  if (reason === undefined) throw new RangeError(`a hit for no reason: ${row.place}`);
  const { service_point_id: servicePointId, agreement_id: agreementId } = row;
  const { code, address, area, customer_id: customerId } = row;
  return {
    reason,
    meter: row.drn === null ? null : { meterNumber: row.drn, status: row.status },
    servicePoint: servicePointId === null ? null : { servicePointId, code, address, area },
    agreement:
      agreementId === null
        ? null
        : { agreementId, accountNumber: row.account_number, isInForce: row.ended_at_ms === null },
    customer:
      customerId === null ? null : { customerId, name: row.customer_name, phone: row.phone },
  };
}
