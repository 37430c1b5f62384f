/**
 * The port of the security module: what the vending service may ask of whoever holds the vending
 * keys. The software process of this package is one implementation; a hardware module is another.
 *
 * Issuing is a function of the request. Asked again with the same vend id and the same request, the
 * module gives the same digits and counts nothing; so an answer that was lost is asked for again.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import type { Instant } from '@wattvend/quantities/time.js';
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

/** One electricity credit token for one meter. */
export interface IssueRequest extends MeterKeyAttributes {
  /** A UUID; made by the client of the vend and repeated on every retry. */
  readonly vendId: string;
  /** How often this meter's key has been changed, as the vending service counts; 0 to 2^32 - 1. */
  readonly keyEpoch: number;
  readonly tokenIdentifier: TokenIdentifier;
  readonly energy: TenthKwh;
}

/**
 * Why a request is refused, in order: if several apply, the first is answered. A refused request is
 * not counted and leaves no record. No refusal is cured by asking again, except
 * token_identifier_off_clock when a clock was wrong.
 *
 * - vending_key_unknown: the module holds no vending key of this supply group, revision, type, base
 *   date and generation algorithm, or none that makes keys for this encryption algorithm.
 * - key_type_not_for_credit: only unique keys (DUTK, type 2) make credit here.
 * - vending_key_expired: the token identifier lies beyond the key expiry number.
 * - token_identifier_off_clock: more than 65 minutes ahead of the module's clock or more than 7 days
 *   behind it. Never said of a vend that was issued before.
 * - token_identifier_reserved: the minute 00:01 of a day, which belongs to special tokens.
 * - transfer_amount_out_of_range: no energy at all, or more than the token's field holds.
 * - vend_id_conflict: this vend id was issued with another request.
 */
export const ISSUE_REFUSALS = [
  'vending_key_unknown',
  'key_type_not_for_credit',
  'vending_key_expired',
  'token_identifier_off_clock',
  'token_identifier_reserved',
  'transfer_amount_out_of_range',
  'vend_id_conflict',
] as const;

export type IssueRefusal = (typeof ISSUE_REFUSALS)[number];

export type IssueAnswer =
  | {
      readonly kind: 'issued';
      readonly vendId: string;
      readonly token: NumericToken;
      /** From 1, without gaps; the same again for a vend asked for again. */
      readonly sequence: bigint;
      /** 64 hexadecimal digits: the head of the journal's chain after this issue. */
      readonly receipt: string;
    }
  | { readonly kind: 'refused'; readonly vendId: string; readonly refusal: IssueRefusal };

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
   * Throws RangeError for an empty or too long list and for a request that cannot be encoded,
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
