/**
 * The known side of a reconciliation: what should be on a source's statements. The vending room
 * answers from its vends and deposits; rehearsals answer from a list.
 */
import { type Database, loadStatement } from '@wattvend/database/database.js';
import type { UtilityId } from '@wattvend/ledger/account.js';
import { type MinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import { type Instant, instant } from '@wattvend/quantities/time.js';
import type { VendorId } from '../vend/vend.ts';
import type { PaymentSource } from './payment-source.ts';

export interface KnownPayment {
  readonly kind: 'vend' | 'deposit';
  /** Of the vend or the deposit. */
  readonly id: string;
  readonly reference: string | null;
  readonly meterNumber: string | null;
  readonly vendorId: VendorId | null;
  /** Above zero. */
  readonly money: MinorUnits;
  readonly at: Instant;
  /** Of a vend: whether its token was issued. Without it the customer has got nothing. */
  readonly hasToken: boolean;
}

/** From `from` up to, not including, `to`, oldest first, in portions. */
export type KnownPayments = (
  source: PaymentSource,
  span: { readonly from: Instant; readonly to: Instant },
) => AsyncIterable<readonly KnownPayment[]>;

const knownPaymentsStatement = loadStatement(
  new URL('../../sql/reconciliation/known-payments.sql', import.meta.url),
);

const PORTION = 5000;

interface KnownRow {
  readonly known_kind: 'vend' | 'deposit';
  readonly known_id: string;
  readonly reference: string | null;
  readonly meter_number: string | null;
  readonly vendor_id: VendorId | null;
  readonly known_minor: bigint;
  readonly known_at_ms: bigint;
  readonly has_token: boolean;
}

/** The vends and deposits of the database. */
export function knownPaymentsOf(database: Database, utilityId: UtilityId): KnownPayments {
  return async function* (source, { from, to }) {
    let after: readonly [number, string, string] = [
      from,
      '',
      '00000000-0000-0000-0000-000000000000',
    ];
    for (;;) {
      const { rows } = await database.query<KnownRow>(knownPaymentsStatement, [
        utilityId,
        source.paymentMethods,
        source.vendorId,
        source.takesDeposits,
        from,
        to,
        ...after,
        PORTION,
      ]);
      if (rows.length > 0) yield rows.map(knownOf);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PORTION) return;
      after = [Number(last.known_at_ms), last.known_kind, last.known_id];
    }
  };
}

function knownOf(row: KnownRow): KnownPayment {
  return {
    kind: row.known_kind,
    id: row.known_id,
    reference: row.reference,
    meterNumber: row.meter_number,
    vendorId: row.vendor_id,
    money: minorUnits(row.known_minor),
    at: instant(Number(row.known_at_ms)),
    hasToken: row.has_token,
  };
}
