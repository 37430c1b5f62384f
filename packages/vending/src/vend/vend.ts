/**
 * A vend: money from a customer, energy for a meter. This file is its data; the life of a vend is
 * in vend-desk.ts.
 */
import type { AccountId } from '@wattvend/ledger/account.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type {
  VendingDkga,
  VendingEncryptionAlgorithm,
} from '@wattvend/security-module/security-module.js';
import type { Drn, MeterPan } from '@wattvend/sts/meter-pan.js';
import type {
  KeyRevisionNumber,
  KeyType,
  SupplyGroupCode,
  TariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import type { BaseDate, TokenIdentifier } from '@wattvend/sts/token-identifier.js';
import type { QuoteLine } from '@wattvend/tariff/tariff.js';

export type VendId = Quantity<string, 'vend id'>;
export type MeterId = Quantity<string, 'meter id'>;
export type VendorId = Quantity<string, 'vendor id'>;

/** What a client asks for. The same id with the same content is the same vend, for ever. */
export interface VendRequest {
  readonly vendId: VendId;
  readonly meterNumber: Drn;
  readonly vendorId: VendorId;
  readonly tendered: MinorUnits;
  /** Who sold it: a user's or a machine client's id. Not part of what makes two requests equal. */
  readonly soldBy: string;
}

/** The key a vend is made under, fixed when the money is reserved. */
export interface VendKey {
  readonly keyEpoch: number;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyType: KeyType;
  readonly baseDate: BaseDate;
  readonly dkga: VendingDkga;
  readonly encryptionAlgorithm: VendingEncryptionAlgorithm;
}

export interface IssuedToken {
  readonly digits: NumericToken;
  readonly sequence: bigint;
  /** The security module's chain value after this issue, 64 hex digits. */
  readonly receipt: string;
}

export interface Vend {
  readonly vendId: VendId;
  readonly state: 'reserved' | 'posted' | 'declined';
  readonly requestedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly declinedReason: string | null;
  readonly meter: {
    readonly meterId: MeterId;
    readonly meterNumber: Drn;
    readonly meterPan: MeterPan;
    readonly address: string;
    readonly customerName: string | null;
  };
  readonly vendor: {
    readonly vendorId: VendorId;
    readonly name: string;
    readonly floatAccountId: AccountId;
  };
  readonly soldBy: string;
  readonly tendered: MinorUnits;
  readonly energy: TenthKwh;
  readonly lines: readonly QuoteLine[];
  readonly tariff: { readonly tariffId: string; readonly version: number; readonly name: string };
  readonly key: VendKey;
  readonly tokenIdentifier: TokenIdentifier;
  readonly token: IssuedToken | null;
  readonly reprints: number;
}
