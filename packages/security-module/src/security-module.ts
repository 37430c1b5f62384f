/**
 * The port of the security module: what the vending service may ask of whoever holds the vending
 * keys. The software process of this package is one implementation; a hardware module is another.
 *
 * Issuing is a function of the request. Asked again with the same vend id, position and request, the
 * module gives the same digits and counts nothing; so an answer that was lost is asked for again.
 */
import type { TenthKwh, Watts } from '@wattvend/quantities/energy.js';
import type { HundredThousandths } from '@wattvend/quantities/money.js';
import type { Instant, TenthMinutes } from '@wattvend/quantities/time.js';
import type { TenthCubicMetres } from '@wattvend/quantities/volume.js';
import type { CreditElectricityToken } from '@wattvend/sts/credit.js';
import type { Dkga, EncryptionAlgorithm } from '@wattvend/sts/decoder-key.js';
import type { MeterPan } from '@wattvend/sts/meter-pan.js';
import type {
  KeyExpiryNumber,
  KeyRevisionNumber,
  KeyType,
  SupplyGroupCode,
  TariffIndex,
} from '@wattvend/sts/supply-group.js';
import type { NumericToken } from '@wattvend/sts/token.js';
import type { BaseDate, TokenIdentifier } from '@wattvend/sts/token-identifier.js';

/**
 * What this module makes keys and tokens with. The standard has more; they are for the library and
 * not for a vending key in this module's care.
 */
export type VendingDkga = Extract<Dkga, '02' | '04'>;
export type VendingEncryptionAlgorithm = Extract<EncryptionAlgorithm, '07' | '11'>;

/** The most requests that one signature covers. */
export const BATCH_REQUESTS_MAX = 256;

/** What names the decoder key of one meter, beside the vending key it is derived from. */
export interface MeterKeyAttributes {
  readonly meterPan: MeterPan;
  readonly supplyGroupCode: SupplyGroupCode;
  readonly tariffIndex: TariffIndex;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyType: KeyType;
  readonly baseDate: BaseDate;
  readonly dkga: VendingDkga;
  readonly encryptionAlgorithm: VendingEncryptionAlgorithm;
}

/** The greatest place of a token in the set of its vend; the first is 0. */
export const TOKEN_POSITION_MAX = 15;

/** What a credit token adds to, in the words of packages/sts. */
export const CREDIT_SERVICES = ['electricity', 'water', 'gas', 'time'] as const;

export type CreditService = (typeof CREDIT_SERVICES)[number];

/**
 * What a token does at the meter. Amounts are in the unit of the token and are rounded up to what its
 * field can carry; money is rounded in favour of the customer, and is negative for a debit.
 *
 * Not here: SetTariffRate, which the standard keeps for later; extended and proprietary tokens, whose
 * layouts are not public; key change tokens, which are made from two keys; tests, which need none.
 */
export type TokenContent =
  | { readonly kind: 'credit'; readonly service: 'electricity'; readonly amount: TenthKwh }
  | {
      readonly kind: 'credit';
      readonly service: 'water' | 'gas';
      readonly amount: TenthCubicMetres;
    }
  | { readonly kind: 'credit'; readonly service: 'time'; readonly amount: TenthMinutes }
  | {
      readonly kind: 'credit-currency';
      readonly service: CreditService;
      readonly money: HundredThousandths;
    }
  | { readonly kind: 'set-maximum-power-limit'; readonly power: Watts }
  /** One of CREDIT_REGISTERS of packages/sts. */
  | { readonly kind: 'clear-credit'; readonly register: number }
  | { readonly kind: 'clear-tamper-condition' }
  | { readonly kind: 'set-maximum-phase-power-unbalance-limit'; readonly power: Watts }
  /** 0 to 65535; the layout is known, the meaning of the number is the maker's. */
  | { readonly kind: 'set-water-meter-factor'; readonly factor: number };

/** Every kind of content, in the order of class and subclass. */
export const CONTENT_KINDS = [
  'credit',
  'credit-currency',
  'set-maximum-power-limit',
  'clear-credit',
  'clear-tamper-condition',
  'set-maximum-phase-power-unbalance-limit',
  'set-water-meter-factor',
] as const;

export type ContentKind = (typeof CONTENT_KINDS)[number];

/**
 * Why there is to be a token: 'sale', somebody paid; 'tariff', the tariff gives it without an
 * approval, such as free basic units, and it is of kind credit; 'order', two people want it.
 */
export const ISSUE_BASES = ['sale', 'tariff', 'order'] as const;

export type IssueBasis = (typeof ISSUE_BASES)[number];

/** An approved order. All three are UUIDs, and the two people are not the same. */
export interface IssueOrder {
  readonly orderId: string;
  /** The user who asked for it. */
  readonly requestedBy: string;
  /** The user who approved it. */
  readonly approvedBy: string;
}

/** One token for one meter. */
export interface IssueRequest extends MeterKeyAttributes {
  /** A UUID; made by the client of the vend and repeated on every retry. */
  readonly vendId: string;
  /** The place of the token in the vend's set, 0 to 15. Vend id and position name an issue. */
  readonly position: number;
  /** How often this meter's key has been changed, as the vending service counts; 0 to 2^32 - 1. */
  readonly keyEpoch: number;
  readonly tokenIdentifier: TokenIdentifier;
  readonly content: TokenContent;
  readonly basis: IssueBasis;
  /** Null unless the basis is 'order'. */
  readonly order: IssueOrder | null;
}

/**
 * Why a request is refused, in order: if several apply, the first is answered. A refused request is
 * not counted and leaves no record. No refusal is cured by asking again, except
 * token_identifier_off_clock when a clock was wrong, and free_credit_above_cap on another day.
 *
 * - content_not_allowed: the module was sealed not to make this kind, or the basis is 'tariff' and
 *   the kind is not credit.
 * - order_missing: a management token, or a debit, without an order; or the basis 'order' without.
 * - order_one_person: who asked for the order also approved it.
 * - vending_key_unknown: the module holds no vending key of this supply group, revision, type, base
 *   date and generation algorithm, or none that makes keys for this encryption algorithm.
 * - key_type_not_for_content: credit is made under unique keys (DUTK, type 2) only, management tokens
 *   also under default keys (DDTK, type 1), and nothing under common keys (DCTK, type 3).
 * - vending_key_expired: the token identifier lies beyond the key expiry number.
 * - token_identifier_off_clock: more than 65 minutes ahead of the module's clock or more than 7 days
 *   behind it. Never said of an issue that was made before.
 * - token_identifier_reserved: the minute 00:01 of a day, which belongs to special tokens.
 * - content_out_of_range: no credit at all, more than the token's field holds, or a register that no
 *   meter has.
 * - vend_id_conflict: this vend id and position were issued with another request.
 * - free_credit_above_cap: with this token the meter would have more unpaid credit of its service in
 *   one day than the module was sealed to give. Never said of an issue that was made before.
 */
export const ISSUE_REFUSALS = [
  'content_not_allowed',
  'order_missing',
  'order_one_person',
  'vending_key_unknown',
  'key_type_not_for_content',
  'vending_key_expired',
  'token_identifier_off_clock',
  'token_identifier_reserved',
  'content_out_of_range',
  'vend_id_conflict',
  'free_credit_above_cap',
] as const;

export type IssueRefusal = (typeof ISSUE_REFUSALS)[number];

export type IssueAnswer =
  | {
      readonly kind: 'issued';
      readonly vendId: string;
      readonly position: number;
      readonly token: NumericToken;
      /** From 1, without gaps; the same again for an issue asked for again. */
      readonly sequence: bigint;
      /** 64 hexadecimal digits: the head of the journal's chain after this issue. */
      readonly receipt: string;
    }
  | {
      readonly kind: 'refused';
      readonly vendId: string;
      readonly position: number;
      readonly refusal: IssueRefusal;
    };

/** A token in hand and the meter it is said to be for. */
export interface VerifyRequest extends MeterKeyAttributes {
  readonly token: NumericToken;
}

/** Why a token cannot be looked into, in order. */
export const VERIFY_REFUSALS = ['vending_key_unknown'] as const;

export type VerifyRefusal = (typeof VERIFY_REFUSALS)[number];

export type VerifyAnswer =
  | { readonly kind: 'token'; readonly token: CreditElectricityToken }
  | { readonly kind: 'fault'; readonly fault: 'crc'; readonly tokenClass: number }
  /** The checksum is right, and it is no electricity credit; what it holds is not told. */
  | {
      readonly kind: 'fault';
      readonly fault: 'other-token';
      readonly tokenClass: number;
      readonly subclass: number;
    }
  | { readonly kind: 'refused'; readonly refusal: VerifyRefusal };

/** What the module says of a vending key. The key check value is described in vending-keys.ts. */
export interface ReportedKey {
  readonly supplyGroupCode: SupplyGroupCode;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyType: KeyType;
  readonly baseDate: BaseDate;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly dkga: VendingDkga;
  /** Six hexadecimal digits. */
  readonly keyCheckValue: string;
}

/** The module's own account of itself. Every field may be published. */
export interface ModuleReport {
  readonly moduleId: string;
  /** How many tokens were issued, which is the last sequence number. */
  readonly issued: bigint;
  /** The same tokens by what they do; the sum is `issued`. */
  readonly issuedByKind: Readonly<Record<ContentKind, bigint>>;
  /** The same tokens by why they were made; the sum is `issued`. */
  readonly issuedByBasis: Readonly<Record<IssueBasis, bigint>>;
  /** The head of the chain, 64 hexadecimal digits; for an empty journal that of its header. */
  readonly receipt: string;
  readonly keys: readonly ReportedKey[];
  readonly at: Instant;
  /** The module's Ed25519 public key, 64 hexadecimal digits; stands in the sealed file's header. */
  readonly identityKey: string;
  /** Ed25519 over all the above, 128 hexadecimal digits; checked by report.ts. */
  readonly signature: string;
}

export interface SecurityModule {
  /**
   * Issues 1 to 256 tokens under one signature; the answers stand in the order of the requests.
   * Throws RangeError for an empty or too long list and for a request that cannot be encoded, such
   * as one with an order whose basis is another,
   * SecurityModuleRefusal when the whole batch is refused, SecurityModuleUnavailable when the
   * outcome is unknown.
   */
  issue(requests: readonly IssueRequest[]): Promise<readonly IssueAnswer[]>;
  /** Says what a token opens to under the key of a meter. Throws as issue does. */
  verify(request: VerifyRequest): Promise<VerifyAnswer>;
  /** Throws SecurityModuleUnavailable. */
  report(): Promise<ModuleReport>;
  /** Ends the connection; requests under way fail as unavailable, and so does every later one. */
  close(): Promise<void>;
}

/**
 * Not reachable, timed out, closed while asking, or unable to write its journal. The outcome is
 * unknown: ask again with the same vend ids.
 */
export class SecurityModuleUnavailable extends Error {
  override readonly name: string = 'SecurityModuleUnavailable';
}

/** Why a whole batch is refused, in the order in which it is examined. */
export const BATCH_REFUSALS = [
  'message_malformed',
  'authorisation_invalid',
  'authorisation_expired',
] as const;

export type BatchRefusal = (typeof BATCH_REFUSALS)[number];

/** The whole batch was refused; nothing of it was issued. */
export class SecurityModuleRefusal extends Error {
  override readonly name: string = 'SecurityModuleRefusal';
  readonly code: BatchRefusal;

  constructor(code: BatchRefusal, detail: string) {
    super(`the security module refused the batch: ${code} (${detail})`);
    this.code = code;
  }
}
