/**
 * The sections of a new decoder key, class 2, subclasses 3, 4, 8 and 9 (IEC 62055-41, 6.2.7, 6.2.8):
 * what each token of a key change set holds. They have no time and no random number, so that the same
 * change under the same keys gives the same digits. key-change/ makes sets and puts them together.
 *
 * The parts of the key are secret: a section read is as confidential as the key.
 */

interface SectionToken<Subclass extends number, Name extends string> {
  readonly tokenClass: 2;
  readonly subclass: Subclass;
  readonly name: Name;
}

export interface Set1stSectionDecoderKeyToken extends SectionToken<3, 'set1stSectionDecoderKey'> {
  /** KENHO, the four high bits of the key expiry number. */
  readonly keyExpiryNumberHighOrder: number;
  /** Four bits; a key revision number is 1 to 9, and a meter answers RangeError to others. */
  readonly keyRevisionNumber: number;
  /** RO, 1 when the new key has another base date: the meter forgets its token identifiers. */
  readonly rollover: number;
  /** 3KCT, 1 when a third token follows in a set for keys of 64 bits. */
  readonly thirdKeyChangeToken: number;
  /** KT of the new key, 0 to 3. */
  readonly keyType: number;
  /** NKHO, octets 1 to 4 of the new key. */
  readonly newKeyHighOrder: number;
}

export interface Set2ndSectionDecoderKeyToken extends SectionToken<4, 'set2ndSectionDecoderKey'> {
  /** KENLO, the four low bits of the key expiry number. */
  readonly keyExpiryNumberLowOrder: number;
  /** Binary here; a tariff index is 0 to 99, and a meter answers RangeError to others. */
  readonly tariffIndex: number;
  /** NKLO, the last four octets of the new key. */
  readonly newKeyLowOrder: number;
}

/** The third token of a set for keys of 64 bits. Confidence medium. */
export interface Set3rdSectionSupplyGroupToken extends SectionToken<8, 'set3rdSectionDecoderKey'> {
  /** 24 bits; a supply group code is 0 to 999 999. */
  readonly supplyGroupCode: number;
  /** Made zero; what a token of another maker has is read as it stands. */
  readonly padding: number;
}

/** The third token of a set for keys of 128 bits. */
export interface Set3rdSectionDecoderKeyToken extends SectionToken<8, 'set3rdSectionDecoderKey'> {
  /** SGCLO, the twelve low bits of the new supply group code in binary. */
  readonly supplyGroupCodeLowOrder: number;
  /** NKMO2, octets 5 to 8 of the new key. */
  readonly newKeyMiddleOrder2: number;
}

/** The fourth token of a set for keys of 128 bits. */
export interface Set4thSectionDecoderKeyToken extends SectionToken<9, 'set4thSectionDecoderKey'> {
  /** SGCHO, the twelve high bits of the new supply group code in binary. */
  readonly supplyGroupCodeHighOrder: number;
  /** NKMO1, octets 9 to 12 of the new key. */
  readonly newKeyMiddleOrder1: number;
}

export type KeyChangeSectionToken =
  | Set1stSectionDecoderKeyToken
  | Set2ndSectionDecoderKeyToken
  | Set3rdSectionSupplyGroupToken
  | Set3rdSectionDecoderKeyToken
  | Set4thSectionDecoderKeyToken;
