/**
 * Key change (IEC 62055-41, 6.2.7, 6.2.8): the set of tokens that carries a new decoder key to a
 * meter, encrypted under the key the meter has now, and the same set put together again.
 *
 *     keys of 64 bits                      1st, 2nd
 *     keys of 64 bits, SGC transferred     1st, 2nd, 3rd (with the supply group code)
 *     keys of 128 bits                     1st, 2nd, 3rd, 4th (always with the supply group code)
 *
 * A meter takes the tokens of a set in any order and puts the new key in place when it has all.
 */
import { DecoderKey } from '../decoder-key/decoder-key.ts';
import type { TokenCipher } from '../encryption/token-cipher.ts';
import { StsRefusalError } from '../refusal.ts';
import type {
  KeyExpiryNumber,
  KeyRevisionNumber,
  KeyType,
  SupplyGroupCode,
  TariffIndex,
} from '../supply-group/supply-group.ts';
import type {
  KeyChangeSectionToken,
  Set1stSectionDecoderKeyToken,
  Set2ndSectionDecoderKeyToken,
  Set3rdSectionDecoderKeyToken,
  Set3rdSectionSupplyGroupToken,
  Set4thSectionDecoderKeyToken,
} from '../token/key-change-section.ts';
import { encryptToken, type NumericToken } from '../token/token.ts';

/** What a meter will be after a key change. */
export interface KeyChange {
  readonly decoderKey: DecoderKey;
  readonly keyType: KeyType;
  readonly keyRevisionNumber: KeyRevisionNumber;
  readonly keyExpiryNumber: KeyExpiryNumber;
  readonly tariffIndex: TariffIndex;
  /**
   * The new supply group, which always travels with a key of 128 bits. With one of 64 bits, null
   * makes the set of two tokens, which cannot carry it, and a code the set of three, which only
   * meters of the third edition know.
   */
  readonly supplyGroupCode: SupplyGroupCode | null;
  /** RO: true exactly when the base date of the new key differs (see isRollover). */
  readonly rollover: boolean;
}

const TWELVE_BITS = 0x1000;

/**
 * The tokens of a change in the order of their sections, in clear. Throws StsRefusalError
 * 'supply-group-transfer' for a key of 128 bits without a supply group code.
 */
export function keyChangeSections(change: KeyChange): readonly KeyChangeSectionToken[] {
  const words = change.decoderKey.use(wordsOf);
  const isLong = words.length === 4;
  const code = change.supplyGroupCode === null ? null : Number(change.supplyGroupCode);
  const first: Set1stSectionDecoderKeyToken = {
    tokenClass: 2,
    subclass: 3,
    name: 'set1stSectionDecoderKey',
    keyExpiryNumberHighOrder: change.keyExpiryNumber >> 4,
    keyRevisionNumber: change.keyRevisionNumber,
    rollover: change.rollover ? 1 : 0,
    // Reserved and 0 in a set for keys of 128 bits.
    thirdKeyChangeToken: !isLong && code !== null ? 1 : 0,
    keyType: change.keyType,
    newKeyHighOrder: words[0] as number,
  };
  const second: Set2ndSectionDecoderKeyToken = {
    tokenClass: 2,
    subclass: 4,
    name: 'set2ndSectionDecoderKey',
    keyExpiryNumberLowOrder: change.keyExpiryNumber & 15,
    tariffIndex: Number(change.tariffIndex),
    newKeyLowOrder: words.at(-1) as number,
  };
  if (!isLong) return code === null ? [first, second] : [first, second, supplyGroupSection(code)];
  if (code === null) {
    throw new StsRefusalError('supply-group-transfer', 'A key of 128 bits takes it with it.');
  }
  return [first, second, ...middleSections(words, code)];
}

function supplyGroupSection(supplyGroupCode: number): Set3rdSectionSupplyGroupToken {
  return {
    tokenClass: 2,
    subclass: 8,
    name: 'set3rdSectionDecoderKey',
    supplyGroupCode,
    padding: 0,
  };
}

// The third token has octets 5 to 8 of the key, the fourth octets 9 to 12 (IEC 62055-41, 6.2.8.1).
function middleSections(
  words: readonly number[],
  supplyGroupCode: number,
): readonly [Set3rdSectionDecoderKeyToken, Set4thSectionDecoderKeyToken] {
  return [
    {
      tokenClass: 2,
      subclass: 8,
      name: 'set3rdSectionDecoderKey',
      supplyGroupCodeLowOrder: supplyGroupCode % TWELVE_BITS,
      newKeyMiddleOrder2: words[1] as number,
    },
    {
      tokenClass: 2,
      subclass: 9,
      name: 'set4thSectionDecoderKey',
      supplyGroupCodeHighOrder: Math.floor(supplyGroupCode / TWELVE_BITS),
      newKeyMiddleOrder1: words[2] as number,
    },
  ];
}

/** Octets as words of 32 bits, most significant octet first. */
function wordsOf(octets: Readonly<Uint8Array>): readonly number[] {
  const view = new DataView(new Uint8Array(octets).buffer);
  return Array.from({ length: octets.length / 4 }, (_, word) => view.getUint32(4 * word));
}

/**
 * The tokens of a change in the order of their sections, under the key the meter has now. Throws
 * StsRefusalError 'key-length-change' when the new key has not the length of the present one,
 * 'rollover-same-key' for a rollover to the key the meter has, and what keyChangeSections throws. Whether the meter may go from its present type of key to the new
 * one is asked of isKeyTypeChangeAllowed: the cipher does not know what type it is of.
 */
export function encryptKeyChange(change: KeyChange, present: TokenCipher): readonly NumericToken[] {
  const newBits = change.decoderKey.length * 8;
  if (newBits !== present.keyBits) {
    throw new StsRefusalError(
      'key-length-change',
      `The present key has ${present.keyBits} bits, the new one ${newBits}.`,
    );
  }
  // A rollover empties the meter's store of token identifiers, and only another key makes old tokens
  // void. With DKGA02 the base date does not enter the key, so it takes another vending key.
  if (change.rollover && present.isOf(change.decoderKey)) {
    throw new StsRefusalError('rollover-same-key');
  }
  return keyChangeSections(change).map((section) => encryptToken(section, present));
}

/** What a meter remembers of a set it has not all of: the last token of each section. */
export interface KeyChangeInProgress {
  readonly first?: Set1stSectionDecoderKeyToken;
  readonly second?: Set2ndSectionDecoderKeyToken;
  readonly third?: Set3rdSectionSupplyGroupToken | Set3rdSectionDecoderKeyToken;
  readonly fourth?: Set4thSectionDecoderKeyToken;
}

/** The sections of a set, numbered as the standard numbers them. */
export type SectionNumber = 1 | 2 | 3 | 4;

/** What was received with one more section, which takes the place of an earlier one of its number. */
export function withSection(
  progress: KeyChangeInProgress,
  section: KeyChangeSectionToken,
): KeyChangeInProgress {
  switch (section.subclass) {
    case 3:
      return { ...progress, first: section };
    case 4:
      return { ...progress, second: section };
    case 8:
      return { ...progress, third: section };
    case 9:
      return { ...progress, fourth: section };
  }
}

/** The number of a section in its set. */
export function sectionNumber(section: KeyChangeSectionToken): SectionNumber {
  switch (section.subclass) {
    case 3:
      return 1;
    case 4:
      return 2;
    case 8:
      return 3;
    case 9:
      return 4;
  }
}

/** What a complete set says, as it stands in the tokens: out-of-range values are the meter's to refuse. */
export interface ReceivedKeyChange {
  readonly decoderKey: DecoderKey;
  /** 0 to 3. */
  readonly keyType: KeyType;
  /** 0 to 15. */
  readonly keyRevisionNumber: number;
  /** 0 to 255. */
  readonly keyExpiryNumber: number;
  /** 0 to 255. */
  readonly tariffIndex: number;
  /** 0 to 2^24 - 1; null when the set has none. */
  readonly supplyGroupCode: number | null;
  readonly rollover: boolean;
}

export type CombinedKeyChange =
  | { readonly kind: 'complete'; readonly change: ReceivedKeyChange }
  | { readonly kind: 'incomplete'; readonly missing: readonly SectionNumber[] };

/** Puts together what was received, for a meter whose keys have so many bits. */
export function combineKeyChange(
  progress: KeyChangeInProgress,
  keyBits: 64 | 128,
): CombinedKeyChange {
  const { first, fourth, second, third } = progress;
  const missing: SectionNumber[] = [];
  if (first === undefined) missing.push(1);
  if (second === undefined) missing.push(2);
  const needsThird = keyBits === 128 || first?.thirdKeyChangeToken === 1;
  if (needsThird && third === undefined) missing.push(3);
  if (keyBits === 128 && fourth === undefined) missing.push(4);
  if (missing.length > 0 || first === undefined || second === undefined) {
    return { kind: 'incomplete', missing };
  }
  const common = {
    keyType: first.keyType as KeyType,
    keyRevisionNumber: first.keyRevisionNumber,
    keyExpiryNumber: first.keyExpiryNumberHighOrder * 16 + second.keyExpiryNumberLowOrder,
    tariffIndex: second.tariffIndex,
    rollover: first.rollover === 1,
  };
  const ends = [first.newKeyHighOrder, second.newKeyLowOrder] as const;
  if (keyBits === 64) {
    // A third token that was not announced is left aside.
    const hasCode = needsThird && third !== undefined && 'supplyGroupCode' in third;
    return complete({ ...common, supplyGroupCode: hasCode ? third.supplyGroupCode : null }, ends);
  }
  const { newKeyMiddleOrder2 = 0, supplyGroupCodeLowOrder = 0 } =
    third !== undefined && 'newKeyMiddleOrder2' in third ? third : {};
  const { newKeyMiddleOrder1 = 0, supplyGroupCodeHighOrder = 0 } = fourth ?? {};
  return complete(
    {
      ...common,
      supplyGroupCode: supplyGroupCodeHighOrder * TWELVE_BITS + supplyGroupCodeLowOrder,
    },
    [ends[0], newKeyMiddleOrder2, newKeyMiddleOrder1, ends[1]],
  );
}

function complete(
  change: Omit<ReceivedKeyChange, 'decoderKey'>,
  words: readonly number[],
): CombinedKeyChange {
  const octets = new Uint8Array(words.length * 4);
  const view = new DataView(octets.buffer);
  for (const [index, word] of words.entries()) view.setUint32(4 * index, word);
  return { kind: 'complete', change: { ...change, decoderKey: new DecoderKey(octets) } };
}
