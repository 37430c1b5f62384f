/**
 * The first transaction of a vend, for a whole batch: decide, and make durable what was decided
 * before anything else happens. Money is set aside, the token identifier is taken under the meter's
 * row lock, the quote and the key epoch are fixed.
 */
import type { Database, Rows, Transaction } from '@wattvend/database/database.js';
import { loadStatement } from '@wattvend/database/database.js';
import type { AccountId, UtilityId } from '@wattvend/ledger/account.js';
import { reserve } from '@wattvend/ledger/reservation.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Drn, MeterPan } from '@wattvend/sts/meter-pan.js';
import { isKeyExpired, keyExpiryNumber } from '@wattvend/sts/supply-group.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import {
  nextTokenIdentifier,
  tokenIdentifier,
  tokenIdentifierAt,
} from '@wattvend/sts/token-identifier.js';
import { basisPoints, priceE4Minor } from '@wattvend/tariff/tariff.js';
import { quoteForToken } from '../quote/token-quote.ts';
import type { KeyRow } from './find-vends.ts';
import { keyOfRow } from './find-vends.ts';
import type { VendRefusal } from './refusals.ts';
import { storedFromLines } from './stored-lines.ts';
import type { MeterId, Vend, VendorId, VendRequest } from './vend.ts';

/** How far a token identifier may run ahead of the clock, in minutes (invariant T2). */
const TOKEN_IDENTIFIER_AHEAD_MAX = 60;

export interface HashedRequest {
  readonly request: VendRequest;
  readonly requestHash: Uint8Array;
}

export type ReserveOutcome =
  /** The vend was there before, asked for with the same content. */
  | { readonly kind: 'known' }
  | { readonly kind: 'reserved'; readonly vend: Vend }
  | { readonly kind: 'refused'; readonly refusal: VendRefusal };

export interface ReserveContext {
  readonly database: Database;
  readonly utilityId: UtilityId;
  readonly now: Instant;
  readonly moduleAvailable: boolean;
}

interface MeterRow extends KeyRow {
  readonly meter_id: MeterId;
  readonly drn: Drn;
  readonly meter_pan: MeterPan;
  readonly status: 'active' | 'blocked';
  readonly address: string;
  readonly customer_name: string | null;
  readonly last_token_identifier: number | null;
  readonly key_expiry_number: number;
  readonly tariff_id: string;
  readonly tariff_version: number;
  readonly tariff_name: string;
  readonly price_per_kwh_e4_minor: bigint;
  readonly vat_basis_points: number;
}

interface KnownRow {
  readonly vend_id: string;
  readonly request_hash: Uint8Array;
}

interface FloatRow {
  readonly vendor_id: VendorId;
  readonly name: string;
  readonly float_account_id: AccountId;
  readonly posted_minor: bigint;
  readonly reserved_minor: bigint;
  readonly floor_minor: bigint;
}

/** What the batch has read, and what its earlier members have already taken of it. */
interface Desk {
  /** Hashes of the requests of vends that are there already. */
  readonly known: ReadonlyMap<string, Uint8Array>;
  readonly meters: ReadonlyMap<string, MeterRow>;
  readonly floats: ReadonlyMap<string, FloatRow>;
  readonly lastTokenIdentifier: Map<string, TokenIdentifier | null>;
  readonly available: Map<string, bigint>;
}

const knownVendsStatement = loadStatement(new URL('../../sql/known-vends.sql', import.meta.url));
const lockMetersStatement = loadStatement(new URL('../../sql/lock-meters.sql', import.meta.url));
const readFloatsStatement = loadStatement(new URL('../../sql/read-floats.sql', import.meta.url));
const insertVendsStatement = loadStatement(new URL('../../sql/insert-vends.sql', import.meta.url));
const advanceMetersStatement = loadStatement(
  new URL('../../sql/advance-meters.sql', import.meta.url),
);

/** One outcome for each request, in order. Fails as a whole when the transaction does. */
export async function reserveBatch(
  context: ReserveContext,
  requests: readonly HashedRequest[],
): Promise<readonly ReserveOutcome[]> {
  let outcomes: readonly ReserveOutcome[] = [];
  await context.database.batchTransaction({
    read: (tx) => readDesk(tx, context, requests),
    write: (tx, desk) => {
      outcomes = requests.map((request) => decide(context, desk, request));
      const accepted = requests.flatMap((request, index) => {
        const outcome = outcomes[index];
        return outcome?.kind === 'reserved' ? [{ vend: outcome.vend, ...request }] : [];
      });
      return accepted.length === 0 ? null : writeReservations(tx, context, desk, accepted);
    },
  });
  return outcomes;
}

async function readDesk(
  tx: Transaction,
  { utilityId, now }: ReserveContext,
  requests: readonly HashedRequest[],
): Promise<Desk> {
  const vendIds = requests.map(({ request }) => request.vendId);
  const meterNumbers = [...new Set(requests.map(({ request }) => request.meterNumber))];
  const vendorIds = [...new Set(requests.map(({ request }) => request.vendorId))];
  const [known, meters, floats] = await Promise.all([
    tx.query<KnownRow>(knownVendsStatement, [utilityId, vendIds]),
    tx.query<MeterRow>(lockMetersStatement, [utilityId, meterNumbers, now]),
    tx.query<FloatRow>(readFloatsStatement, [utilityId, vendorIds]),
  ]);
  return {
    known: new Map(known.rows.map((row) => [row.vend_id, row.request_hash])),
    meters: new Map(meters.rows.map((row) => [row.drn, row])),
    floats: new Map(floats.rows.map((row) => [row.vendor_id, row])),
    lastTokenIdentifier: new Map(
      meters.rows.map((row) => [
        row.meter_id,
        row.last_token_identifier === null ? null : tokenIdentifier(row.last_token_identifier),
      ]),
    ),
    available: new Map(
      floats.rows.map((row) => [
        row.vendor_id,
        row.posted_minor - row.reserved_minor - row.floor_minor,
      ]),
    ),
  };
}

/** The rules of a vend, in the order of VEND_REFUSALS. */
function decide(context: ReserveContext, desk: Desk, hashed: HashedRequest): ReserveOutcome {
  const { request, requestHash } = hashed;
  const known = desk.known.get(request.vendId);
  if (known !== undefined) {
    return isSameHash(known, requestHash)
      ? { kind: 'known' }
      : refused({ code: 'vend_id_conflict' });
  }
  const meter = desk.meters.get(request.meterNumber);
  if (meter === undefined) return refused({ code: 'meter_not_found' });
  if (meter.status === 'blocked') return refused({ code: 'meter_blocked' });
  const taken = takeTokenIdentifier(context.now, desk, meter);
  if (taken.kind === 'expired') return refused({ code: 'vending_key_expired' });
  const tariff = {
    kind: 'flat',
    pricePerKwh: priceE4Minor(meter.price_per_kwh_e4_minor),
    vat: basisPoints(meter.vat_basis_points),
  } as const;
  const quoted = quoteForToken(tariff, request.tendered);
  if (quoted.kind === 'refused') return refused(quoted.refusal);
  const float = desk.floats.get(request.vendorId);
  if (float === undefined) return refused({ code: 'vendor_not_found' });
  const available = desk.available.get(request.vendorId) ?? 0n;
  if (request.tendered > available) {
    return refused({ code: 'float_exceeded', available: minorUnits(available) });
  }
  if (taken.kind === 'too-far-ahead') return refused({ code: 'token_identifier_too_far_ahead' });
  if (!context.moduleAvailable) return refused({ code: 'security_module_unavailable' });

  desk.available.set(request.vendorId, available - request.tendered);
  desk.lastTokenIdentifier.set(meter.meter_id, taken.tokenIdentifier);
  return {
    kind: 'reserved',
    vend: reservedVend(context.now, request, meter, float, {
      tokenIdentifier: taken.tokenIdentifier,
      energy: quoted.quote.energy,
      lines: quoted.quote.lines,
    }),
  };
}

type TakenTokenIdentifier =
  | { readonly kind: 'taken'; readonly tokenIdentifier: TokenIdentifier }
  | { readonly kind: 'expired' }
  | { readonly kind: 'too-far-ahead' };

function takeTokenIdentifier(now: Instant, desk: Desk, meter: MeterRow): TakenTokenIdentifier {
  const clock = tokenIdentifierAt(now, meter.base_date);
  const last = desk.lastTokenIdentifier.get(meter.meter_id) ?? null;
  const next = nextTokenIdentifier(now, last, meter.base_date);
  // Outside its base date a key is of no more use than one past its expiry number.
  if (clock.kind === 'fault' || next.kind === 'fault') return { kind: 'expired' };
  if (isKeyExpired(next.tokenIdentifier, keyExpiryNumber(meter.key_expiry_number))) {
    return { kind: 'expired' };
  }
  if (next.tokenIdentifier - clock.tokenIdentifier > TOKEN_IDENTIFIER_AHEAD_MAX) {
    return { kind: 'too-far-ahead' };
  }
  return { kind: 'taken', tokenIdentifier: next.tokenIdentifier };
}

function reservedVend(
  now: Instant,
  request: VendRequest,
  meter: MeterRow,
  float: FloatRow,
  fixed: Pick<Vend, 'tokenIdentifier' | 'energy' | 'lines'>,
): Vend {
  return {
    vendId: request.vendId,
    state: 'reserved',
    requestedAt: now,
    resolvedAt: null,
    declinedReason: null,
    meter: {
      meterId: meter.meter_id,
      meterNumber: meter.drn,
      meterPan: meter.meter_pan,
      address: meter.address,
      customerName: meter.customer_name,
    },
    vendor: {
      vendorId: float.vendor_id,
      name: float.name,
      floatAccountId: float.float_account_id,
    },
    soldBy: request.soldBy,
    tendered: request.tendered,
    tariff: {
      tariffId: meter.tariff_id,
      version: meter.tariff_version,
      name: meter.tariff_name,
    },
    key: keyOfRow(meter),
    token: null,
    reprints: 0,
    ...fixed,
  };
}

function writeReservations(
  tx: Transaction,
  { utilityId, now }: ReserveContext,
  desk: Desk,
  accepted: readonly { readonly vend: Vend; readonly requestHash: Uint8Array }[],
): readonly Promise<Rows<unknown>>[] {
  const vends = accepted.map(({ vend }) => vend);
  const meterIds = [...new Set(vends.map((vend) => vend.meter.meterId))];
  const column = <Value>(value: (vend: Vend) => Value): readonly Value[] => vends.map(value);
  return [
    tx.query(insertVendsStatement, [
      utilityId,
      now,
      column((vend) => vend.vendId),
      accepted.map(({ requestHash }) => requestHash),
      column((vend) => vend.meter.meterId),
      column((vend) => vend.key.keyEpoch),
      column((vend) => vend.tokenIdentifier),
      column((vend) => vend.vendor.vendorId),
      column((vend) => vend.soldBy),
      column((vend) => vend.tendered),
      column((vend) => vend.energy),
      column((vend) => vend.tariff.tariffId),
      column((vend) => vend.tariff.version),
      column((vend) => JSON.stringify(storedFromLines(vend.lines))),
    ]),
    tx.query(advanceMetersStatement, [
      utilityId,
      now,
      meterIds,
      meterIds.map((meterId) => desk.lastTokenIdentifier.get(meterId)),
    ]),
    reserve(
      tx,
      utilityId,
      vends.map((vend) => ({
        reservationId: vend.vendId,
        accountId: vend.vendor.floatAccountId,
        money: vend.tendered,
      })),
      now,
    ),
  ];
}

function refused(refusal: VendRefusal): ReserveOutcome {
  return { kind: 'refused', refusal };
}

function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
