/**
 * What explainToken says of a token: plain data, ready to be shown or sent as JSON. Nothing in it is
 * secret but the sections of a decoder key, which are told only when asked for.
 */
import type { Confidence } from '../confidence.ts';
import type { TokenCipher } from '../encryption/token-cipher.ts';
import type { StsRefusal } from '../refusal.ts';
import type { KeyExpiryNumber, KeyType, SupplyGroupCode } from '../supply-group/supply-group.ts';
import type { BaseDate } from '../token-identifier/token-identifier.ts';

/** A key that might open the token, and what is known of it. */
export interface CandidateKey {
  /** For people, such as a meter number and a key revision; never the key. */
  readonly name: string;
  readonly cipher: TokenCipher;
  readonly baseDate: BaseDate;
  readonly keyType?: KeyType;
  readonly keyExpiryNumber?: KeyExpiryNumber;
  readonly supplyGroupCode?: SupplyGroupCode;
}

/** Some neighbouring bits, as the standard's figures name them. */
export interface ExplainedBits {
  /** 'Class', 'SubClass', 'RND', 'TID', … 'CRC'; 'Data' where the fields are not known. */
  readonly abbreviation: string;
  /** The member of a token that holds the value; null for class, subclass and checksum. */
  readonly member: string | null;
  /** Bit 65 is the highest of a token in clear, 0 the lowest. */
  readonly highestBit: number;
  readonly lowestBit: number;
  /**
   * The bits as a hexadecimal number; null when they are part of a key and not asked for. The
   * checksum over such a part is held back with it: it would tell sixteen bits of the key.
   */
  readonly hexadecimal: string | null;
  /** The value with its unit, such as "25.6 kWh" or "2026-03-01 12:30 UTC (minute …)". */
  readonly value: string;
  /** What it means, in a sentence or two. */
  readonly meaning: string;
  readonly confidence: Confidence;
  /** Why a meter or a vending system would object to this value; empty when all is well. */
  readonly objections: readonly string[];
}

/** How a token looks under one candidate. */
export interface CandidateOutcome {
  readonly name: string;
  readonly encryptionAlgorithm: string;
  /** For people; of a private profile it says that it is not part of IEC 62055-41. */
  readonly algorithmName: string;
  /** Whether the algorithm is of IEC 62055-41; the private profiles are not. */
  readonly isStandard: boolean;
  /** Whether the checksum is right under it. */
  readonly opens: boolean;
  /**
   * The checksum that stands in the token under this key, and the one that should, as 4 hexadecimal
   * digits. Unless parts of keys are asked for, null when the token opens as part of a key, and when
   * it does not open: it may then be a part of a key all the same.
   */
  readonly checksumFound: string | null;
  readonly checksumExpected: string | null;
}

/** A token taken apart. */
export interface OpenedToken {
  /** The candidate that opened it; null for class 1 and 3, which are in clear. */
  readonly candidate: string | null;
  readonly tokenClass: number;
  readonly subclass: number;
  /** As the table names it; null for what is reserved or proprietary. */
  readonly name: string | null;
  /** 'not-for-key-length' is a fourth section of a key under a key of 64 bits. */
  readonly status:
    | 'defined'
    | 'layout-not-established'
    | 'reserved'
    | 'proprietary'
    | 'not-for-key-length';
  /** False for a token of class 1 or 3 only: they are in clear, and told with a wrong one too. */
  readonly isChecksumRight: boolean;
  /** What it does, in a sentence. */
  readonly purpose: string;
  readonly clause: string;
  readonly confidence: Confidence;
  /** The 66 bits in clear as 17 hexadecimal digits; null when they hold part of a key. */
  readonly clear66: string | null;
  /** All 66 bits, most significant first, without a gap. */
  readonly bits: readonly ExplainedBits[];
}

/** A reason why the token would be refused, under the standard's name where there is one. */
export interface ExpectedRefusal {
  /** A meter's result, such as KeyExpiredError, or a refusal of this package, such as 'above-66-bits'. */
  readonly result: string;
  readonly sentence: string;
  /** The answer to the token itself, or to the key change set once it is complete. */
  readonly to: 'token' | 'complete-set';
}

export interface TokenExplanation {
  /** As it was typed. */
  readonly typed: string;
  /** The twenty digits in groups of four; null when it is not a token. */
  readonly digits: string | null;
  /** What is wrong with what was typed. */
  readonly fault: { readonly fault: StsRefusal; readonly sentence: string } | null;
  /** All of it in a sentence or two, for a heading. */
  readonly summary: string;
  /** The number of the token as 17 hexadecimal digits, before class extraction and decryption. */
  readonly number66: string | null;
  /** The class, which can be read without a key. */
  readonly tokenClass: number | null;
  /** One for each candidate, in their order; empty for classes 1 and 3, which need none. */
  readonly candidates: readonly CandidateOutcome[];
  /**
   * Null when no candidate opens it. More than one opens a token by a chance of 2^-16; then the
   * first is explained. Classes 1 and 3 are in clear and always explained.
   */
  readonly opened: OpenedToken | null;
  /** Empty when nothing speaks against it. */
  readonly refusals: readonly ExpectedRefusal[];
}
