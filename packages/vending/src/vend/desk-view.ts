/**
 * What a batch has read before it decides, and what its earlier members have taken of it: two vends
 * of one customer in one batch see each other. Pure: the database and the model of the tests fill it
 * alike.
 */
import type { AccountId } from '@wattvend/ledger/account.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type { Drn } from '@wattvend/sts/meter-pan.js';
import type { TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { LocalDate } from '@wattvend/tariff/calendar.js';
import type { PurchaseState } from '@wattvend/tariff/purchase-state.js';
import type { DebtDue, PublishedValues } from '@wattvend/tariff/quote.js';
import type { ShelvedTariff } from '../tariff/tariff-shelf.ts';
import type { Operators } from './operator-limits.ts';
import type { Supply } from './supply.ts';
import type { AgreementId, MeterId, VendId, VendorId, VendPayment } from './vend.ts';

export interface VendorFloat {
  readonly vendorId: VendorId;
  readonly name: string;
  readonly floatAccountId: AccountId;
  /** Stopped from selling. */
  readonly suspended: boolean;
  /** Whether its people sell in an open shift only. */
  readonly shiftRequired: boolean;
}

export interface DeskView {
  readonly now: Instant;
  readonly localDate: (at: Instant) => LocalDate;
  /** Of the currency. */
  readonly decimalPlaces: number;
  readonly moduleAvailable: boolean;
  readonly supplies: ReadonlyMap<Drn, Supply>;
  readonly vendors: ReadonlyMap<VendorId, VendorFloat>;
  readonly tariffs: (tariffId: string, version: number) => ShelvedTariff;
  readonly values: PublishedValues;
  /** Hashes of the requests of vends that are there already. */
  readonly known: Map<VendId, Uint8Array>;
  /** By the key of a payment: the vend it was taken for. */
  readonly payments: Map<string, VendId>;
  readonly states: Map<AgreementId, PurchaseState>;
  readonly debts: Map<AgreementId, readonly DebtDue[]>;
  readonly lastTokenIdentifier: Map<MeterId, TokenIdentifier | null>;
  readonly available: Map<VendorId, MinorUnits>;
  readonly operators: Operators;
}

/** Null for a payment that does not say which it is. */
export function paymentKey(payment: VendPayment | null): string | null {
  if (payment === null || payment.reference === null) return null;
  return `${payment.method} ${payment.reference}`;
}
