/**
 * THE table of tokens (IEC 62055-41, 6.2): which tokens there are, and where their bits stand.
 * The codec reads it; a token is added by giving its row fields.
 *
 * A token is Class (2 bits), SubClass (4), 44 bits of fields, CRC (16). The fields of a row are
 * those 44 bits, most significant first.
 */

/** One field; its value is a whole number, 0 to 2^width - 1. */
export interface TokenField {
  readonly name: string;
  /** In bits. */
  readonly width: number;
}

/** CRC_C stands in place of CRC in currency tokens. */
export type ChecksumKind = 'CRC' | 'CRC_C';

/** A token whose bits are known here. */
export interface TokenLayout {
  readonly status: 'built';
  readonly tokenClass: number;
  readonly subclass: number;
  readonly name: string;
  readonly checksum: ChecksumKind;
  readonly fields: readonly TokenField[];
  readonly clause: string;
}

/** A token the standard defines and this build does not read or make yet. */
export interface UnbuiltToken {
  readonly status: 'not-built';
  readonly tokenClass: number;
  readonly subclass: number;
  readonly name: string;
  readonly checksum: ChecksumKind;
  readonly clause: string;
}

/** Subclasses, first to last, kept by the standard for later or left to makers. */
export interface ReservedTokens {
  readonly status: 'reserved' | 'proprietary';
  readonly tokenClass: number;
  readonly firstSubclass: number;
  readonly lastSubclass: number;
  readonly clause: string;
}

export type TokenRow = TokenLayout | UnbuiltToken | ReservedTokens;

/** Class 0, subclass 0: electricity in tenths of a kWh. */
export const TRANSFER_CREDIT_ELECTRICITY: TokenLayout = {
  status: 'built',
  tokenClass: 0,
  subclass: 0,
  name: 'electricity',
  checksum: 'CRC',
  fields: [
    { name: 'random', width: 4 },
    { name: 'tokenIdentifier', width: 24 },
    { name: 'transferAmount', width: 16 },
  ],
  clause: '6.2.2',
};

function notBuilt(
  tokenClass: number,
  subclass: number,
  name: string,
  clause: string,
  checksum: ChecksumKind = 'CRC',
): UnbuiltToken {
  return { status: 'not-built', tokenClass, subclass, name, checksum, clause };
}

function subclasses(
  tokenClass: number,
  firstSubclass: number,
  lastSubclass: number,
  status: 'reserved' | 'proprietary',
  clause: string,
): ReservedTokens {
  return { status, tokenClass, firstSubclass, lastSubclass, clause };
}

/** Every class and subclass there is, each once. */
export const TOKEN_ROWS: readonly TokenRow[] = [
  // Class 0, credit. Encrypted.
  TRANSFER_CREDIT_ELECTRICITY,
  notBuilt(0, 1, 'water', '6.2.2'),
  notBuilt(0, 2, 'gas', '6.2.2'),
  notBuilt(0, 3, 'time', '6.2.2'),
  notBuilt(0, 4, 'electricityCurrency', '6.2.2', 'CRC_C'),
  notBuilt(0, 5, 'waterCurrency', '6.2.2', 'CRC_C'),
  notBuilt(0, 6, 'gasCurrency', '6.2.2', 'CRC_C'),
  notBuilt(0, 7, 'timeCurrency', '6.2.2', 'CRC_C'),
  subclasses(0, 8, 15, 'reserved', '6.2.2'),
  // Class 1, test and display. In clear.
  notBuilt(1, 0, 'initiateMeterTestDisplay', '6.2.3'),
  notBuilt(1, 1, 'initiateMeterTestDisplay', '6.2.3'),
  notBuilt(1, 2, 'extendedTokenRead', '6.2.3'),
  subclasses(1, 3, 5, 'reserved', '6.2.3'),
  subclasses(1, 6, 15, 'proprietary', '6.2.3'),
  // Class 2, management. Encrypted.
  notBuilt(2, 0, 'setMaximumPowerLimit', '6.2.4'),
  notBuilt(2, 1, 'clearCredit', '6.2.5'),
  notBuilt(2, 2, 'setTariffRate', '6.2.6'),
  notBuilt(2, 3, 'set1stSectionDecoderKey', '6.2.7'),
  notBuilt(2, 4, 'set2ndSectionDecoderKey', '6.2.8'),
  notBuilt(2, 5, 'clearTamperCondition', '6.2.9'),
  notBuilt(2, 6, 'setMaximumPhasePowerUnbalanceLimit', '6.2.10'),
  notBuilt(2, 7, 'setWaterMeterFactor', '6.2.11'),
  notBuilt(2, 8, 'set3rdSectionDecoderKey', '6.2.8'),
  notBuilt(2, 9, 'set4thSectionDecoderKey', '6.2.8'),
  notBuilt(2, 10, 'extendedTokenSet', '6.2.12'),
  subclasses(2, 11, 15, 'proprietary', '6.2.12'),
  // Class 3 is kept whole.
  subclasses(3, 0, 15, 'reserved', '6.2.1'),
];
