/**
 * A vend: tokens for a meter, nearly always because somebody paid. This file is its data; the life
 * of a vend is in vend-desk.ts.
 */
import type { AccountId } from '@wattvend/ledger/account.js';
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { Quantity } from '@wattvend/quantities/quantity.js';
import type { Instant } from '@wattvend/quantities/time.js';
import type {
  TokenContent,
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
import type { Quote, QuoteLine } from '@wattvend/tariff/quote.js';
import type { PurchaseUndo } from './purchase-undo.ts';

export type VendId = Quantity<string, 'vend id'>;
export type MeterId = Quantity<string, 'meter id'>;
export type VendorId = Quantity<string, 'vendor id'>;
export type AgreementId = Quantity<string, 'agreement id'>;

/**
 * Why there are tokens: somebody paid; the tariff gives units to whoever claims them; two people
 * ordered them (credit for nothing, what an engineer needs, credit left in a meter that was taken
 * away).
 */
export const VEND_KINDS = ['sale', 'free_units', 'free_issue', 'engineering', 'transfer'] as const;

export type VendKind = (typeof VEND_KINDS)[number];
export type OrderKind = Exclude<VendKind, 'sale' | 'free_units'>;

/** How the customer paid. A reference stands for one payment and buys once. */
export interface VendPayment {
  /** A word such as "cash" or "mobile_money". */
  readonly method: string;
  readonly reference: string | null;
}

/** Where and by whom; not part of what makes two requests equal, but for the channel. */
export interface Seller {
  /** How the seller stands on receipts and in records. */
  readonly soldBy: string;
  /** The user; null or left out for a machine. */
  readonly operatorId?: string | null;
  /** A word such as "counter" or "ussd"; the tariff may charge a fee by it. */
  readonly channel?: string;
}

/** What a client asks for. The same id with the same content is the same vend, for ever. */
export interface VendRequest extends Seller {
  readonly vendId: VendId;
  readonly meterNumber: Drn;
  readonly vendorId: VendorId;
  readonly tendered: MinorUnits;
  readonly payment?: VendPayment | null;
}

/** Units that the tariff gives, claimed by themselves. */
export interface FreeUnitsRequest extends Seller {
  readonly vendId: VendId;
  readonly meterNumber: Drn;
  readonly vendorId: VendorId;
}

/** Tokens that two people want. Whoever calls has seen to it that the order was approved. */
export interface OrderRequest {
  /** The order's id is the vend's. */
  readonly orderId: VendId;
  readonly kind: OrderKind;
  readonly meterNumber: Drn;
  /** 1 to 16, in the order in which they are to be keyed in. */
  readonly contents: readonly TokenContent[];
  /** Two different users. */
  readonly requestedBy: string;
  readonly approvedBy: string;
}

/** Where what is sold without a word about it was sold. */
export const CHANNEL_DEFAULT = 'counter';

/** The key a vend is made under, fixed when it is reserved. */
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
  /** From 0; free units come first. */
  readonly position: number;
  readonly tokenIdentifier: TokenIdentifier;
  readonly content: TokenContent;
  readonly digits: NumericToken;
  readonly sequence: bigint;
  /** The security module's chain value after this issue, 64 hex digits. */
  readonly receipt: string;
}

/** What an order says, as it was when its tokens were reserved. */
export interface VendOrder {
  readonly contents: readonly TokenContent[];
  readonly requestedBy: string;
  readonly approvedBy: string;
}

export interface Vend {
  readonly vendId: VendId;
  readonly kind: VendKind;
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
  /** Null for a meter that hangs nowhere. */
  readonly agreement: {
    readonly agreementId: AgreementId;
    readonly accountNumber: string;
  } | null;
  /** Null for an order. */
  readonly vendor: {
    readonly vendorId: VendorId;
    readonly name: string;
    readonly floatAccountId: AccountId;
  } | null;
  readonly soldBy: string;
  readonly operatorId: string | null;
  readonly channel: string;
  readonly payment: VendPayment | null;
  readonly tendered: MinorUnits;
  /** What was bought, or ordered. */
  readonly credit: Quote['credit'];
  /** What the tariff gave beside it. */
  readonly freeEnergy: TenthKwh;
  /** Bought in its month on the utility's calendar, with this vend; null for an order. */
  readonly monthEnergy: TenthKwh | null;
  readonly lines: readonly QuoteLine[];
  /** Null for an order. */
  readonly tariff: {
    readonly tariffId: string;
    readonly version: number;
    readonly name: string;
  } | null;
  readonly key: VendKey;
  /** Of the first token. */
  readonly tokenIdentifier: TokenIdentifier;
  readonly tokenCount: number;
  /** All of them when it is posted, else none. */
  readonly tokens: readonly IssuedToken[];
  readonly order: VendOrder | null;
  readonly undo: PurchaseUndo | null;
  readonly reprints: number;
}
