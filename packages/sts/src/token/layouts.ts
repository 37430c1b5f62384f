/**
 * THE table of tokens (IEC 62055-41, 6.2): which tokens there are, and where their bits stand. The
 * codec, the explanation of a token and docs/reference/tokens.md all read it; a token is added by
 * adding its row (and, for TypeScript, the type of what it holds).
 *
 * A token is Class (2 bits), SubClass (4), 44 bits of fields, CRC (16). The fields of a row are
 * those 44 bits, most significant first.
 */

import type { Confidence } from '../confidence.ts';
import { frozen } from '../frozen.ts';

/** What the bits of a field are. Each has its file, or stands in field-values.ts. */
export type FieldKind =
  /** A whole number, as it stands. */
  | 'number'
  /** Minutes since the base date. */
  | 'tokenIdentifier'
  /** Tenths of a kWh, in the 16-bit code of transfer-amount.ts. */
  | 'energy'
  /** Tenths of a cubic metre, in the same code. */
  | 'volume'
  /** Tenths of a minute, in the same code. */
  | 'span'
  /** Watts, in the same code. */
  | 'power'
  /** Hundred-thousandths of the base currency, in the 20-bit code of transfer-currency.ts. */
  | 'currency'
  /** Nothing: made zero. */
  | 'padding';

export interface TokenField {
  /** As the standard's figures write it. */
  readonly abbreviation: string;
  /**
   * The member of a token that holds the value. Two fields of one member are one number, the first
   * its high bits.
   */
  readonly name: string;
  /** In bits. */
  readonly width: number;
  readonly holds: FieldKind;
}

/** CRC_C stands in place of CRC in currency tokens. */
export type ChecksumKind = 'CRC' | 'CRC_C';

/** The edition of IEC 62055-41 that first has a token. */
export type Edition = 1 | 2 | 3;

/** A token whose bits are known. */
export interface TokenLayout {
  readonly status: 'defined';
  readonly tokenClass: number;
  readonly subclass: number;
  /** Where the length of the decoder key decides about the fields. */
  readonly keyBits?: 64 | 128;
  readonly name: string;
  readonly checksum: ChecksumKind;
  readonly fields: readonly TokenField[];
  readonly clause: string;
  readonly since: Edition;
  readonly confidence: Confidence;
  /** What it does, for people. */
  readonly purpose: string;
}

/** A token the standard names and whose bits are not public. */
export interface UnestablishedToken {
  readonly status: 'layout-not-established';
  readonly tokenClass: number;
  readonly subclass: number;
  readonly name: string;
  readonly clause: string;
  readonly since: Edition;
  readonly confidence: Confidence;
  readonly purpose: string;
}

/** Subclasses, first to last, kept by the standard for later or left to makers. */
export interface ReservedTokens {
  readonly status: 'reserved' | 'proprietary';
  readonly tokenClass: number;
  readonly firstSubclass: number;
  readonly lastSubclass: number;
  readonly clause: string;
}

export type TokenRow = TokenLayout | UnestablishedToken | ReservedTokens;

// Fields that several tokens have.
const RANDOM: TokenField = field('RND', 'random', 4);
const TOKEN_IDENTIFIER: TokenField = field('TID', 'tokenIdentifier', 24, 'tokenIdentifier');
const MANUFACTURER_CODE = 'manufacturerCode';

function field(
  abbreviation: string,
  name: string,
  width: number,
  holds: FieldKind = 'number',
): TokenField {
  return { abbreviation, name, width, holds };
}

// Class 0, subclasses 0 to 3: what was bought, in tenths of the service's unit.
function transferCredit(name: string, holds: FieldKind): readonly TokenField[] {
  return [RANDOM, TOKEN_IDENTIFIER, field('Amount', name, 16, holds)];
}

// Class 0, subclasses 4 to 7. There is no random number; its place has the sign and the high bits
// of the exponent, so that the amount is 20 bits in two fields.
const TRANSFER_CURRENCY: readonly TokenField[] = [
  field('S&E', 'currency', 4, 'currency'),
  TOKEN_IDENTIFIER,
  field('Amount', 'currency', 16, 'currency'),
];

// Class 2, tokens with a time: one value of sixteen bits.
function setting(last: TokenField): readonly TokenField[] {
  return [RANDOM, TOKEN_IDENTIFIER, last];
}

/** Every class and subclass there is; 2/8 stands twice, once for each length of key. */
export const TOKEN_ROWS: readonly TokenRow[] = frozen([
  // Class 0, credit. Encrypted.
  credit(0, 'electricity', transferCredit('energy', 'energy'), {
    since: 1,
    confidence: 'high',
    purpose: 'Adds energy to the credit register, in tenths of a kWh.',
  }),
  credit(1, 'water', transferCredit('volume', 'volume'), {
    since: 2,
    confidence: 'high',
    purpose: 'Adds water to the credit register, in tenths of a cubic metre.',
  }),
  credit(2, 'gas', transferCredit('volume', 'volume'), {
    since: 2,
    confidence: 'high',
    purpose: 'Adds gas to the credit register, in tenths of a cubic metre.',
  }),
  credit(3, 'time', transferCredit('span', 'span'), {
    since: 2,
    confidence: 'medium',
    purpose:
      'Adds time to the credit register, in tenths of a minute as in the third edition; earlier ' +
      'editions used a coarser unit.',
  }),
  currency(4, 'electricityCurrency', 'electricity'),
  currency(5, 'waterCurrency', 'water'),
  currency(6, 'gasCurrency', 'gas'),
  currency(7, 'timeCurrency', 'time'),
  subclasses(0, 8, 15, 'reserved', '6.2.2'),

  // Class 1, test and display. In clear.
  {
    status: 'defined',
    tokenClass: 1,
    subclass: 0,
    name: 'initiateMeterTestDisplay',
    checksum: 'CRC',
    fields: [field('Control', 'control', 36), field('MfrCode', MANUFACTURER_CODE, 8)],
    clause: '6.2.3',
    since: 1,
    confidence: 'high',
    purpose: 'Runs tests or displays, for meters with a manufacturer code of two digits.',
  },
  {
    status: 'defined',
    tokenClass: 1,
    subclass: 1,
    name: 'initiateMeterTestDisplay',
    checksum: 'CRC',
    fields: [field('Control', 'control', 28), field('MfrCode', MANUFACTURER_CODE, 16)],
    clause: '6.2.3',
    since: 2,
    confidence: 'high',
    purpose: 'Runs tests or displays, for meters with a manufacturer code of four digits.',
  },
  {
    status: 'layout-not-established',
    tokenClass: 1,
    subclass: 2,
    name: 'extendedTokenRead',
    clause: '6.2.3',
    since: 3,
    confidence: 'low',
    purpose: 'Extended token to read a value of 0 to 63; where its bits stand is not public.',
  },
  subclasses(1, 3, 5, 'reserved', '6.2.3'),
  subclasses(1, 6, 15, 'proprietary', '6.2.3'),

  // Class 2, management. Encrypted.
  management(0, 'setMaximumPowerLimit', {
    fields: setting(field('MPL', 'maximumPowerLimit', 16, 'power')),
    clause: '6.2.4',
    since: 1,
    confidence: 'high',
    purpose: 'Sets the power above which the meter switches off, in watts.',
  }),
  management(1, 'clearCredit', {
    fields: setting(field('Register', 'register', 16)),
    clause: '6.2.5',
    since: 1,
    confidence: 'high',
    purpose: 'Sets one credit register, or all of them, to zero.',
  }),
  management(2, 'setTariffRate', {
    fields: setting(field('Rate', 'rate', 16)),
    clause: '6.2.6',
    since: 1,
    confidence: 'medium',
    purpose: 'Reserved for a tariff rate; the layout is known, the meaning of the number is not.',
  }),
  management(3, 'set1stSectionDecoderKey', {
    fields: [
      field('KENHO', 'keyExpiryNumberHighOrder', 4),
      field('KRN', 'keyRevisionNumber', 4),
      field('RO', 'rollover', 1),
      field('3KCT', 'thirdKeyChangeToken', 1),
      field('KT', 'keyType', 2),
      field('NKHO', 'newKeyHighOrder', 32),
    ],
    clause: '6.2.7',
    since: 1,
    confidence: 'high',
    purpose: 'First section of a new decoder key, with its revision, type and half its expiry.',
  }),
  management(4, 'set2ndSectionDecoderKey', {
    fields: [
      field('KENLO', 'keyExpiryNumberLowOrder', 4),
      field('TI', 'tariffIndex', 8),
      field('NKLO', 'newKeyLowOrder', 32),
    ],
    clause: '6.2.8',
    since: 1,
    confidence: 'high',
    purpose: 'Second section of a new decoder key, with its tariff index and half its expiry.',
  }),
  management(5, 'clearTamperCondition', {
    fields: setting(field('Pad', 'padding', 16, 'padding')),
    clause: '6.2.9',
    since: 1,
    confidence: 'high',
    purpose: 'Ends the tamper condition of the meter.',
  }),
  management(6, 'setMaximumPhasePowerUnbalanceLimit', {
    fields: setting(field('MPPUL', 'maximumPhasePowerUnbalanceLimit', 16, 'power')),
    clause: '6.2.10',
    since: 1,
    confidence: 'high',
    purpose: 'Sets the greatest difference of power between phases, in watts.',
  }),
  management(7, 'setWaterMeterFactor', {
    fields: setting(field('WMFactor', 'waterMeterFactor', 16)),
    clause: '6.2.11',
    since: 1,
    confidence: 'medium',
    purpose: 'Reserved for a factor of water meters; the layout is known, the meaning is not.',
  }),
  management(8, 'set3rdSectionDecoderKey', {
    keyBits: 64,
    fields: [field('SGC', 'supplyGroupCode', 24), field('Pad', 'padding', 20, 'padding')],
    clause: '6.2.8',
    since: 3,
    confidence: 'medium',
    purpose: 'Third token of a set for keys of 64 bits: the new supply group code.',
  }),
  management(8, 'set3rdSectionDecoderKey', {
    keyBits: 128,
    fields: [
      field('SGCLO', 'supplyGroupCodeLowOrder', 12),
      field('NKMO2', 'newKeyMiddleOrder2', 32),
    ],
    clause: '6.2.8',
    since: 3,
    confidence: 'high',
    purpose: 'Third section of a new decoder key of 128 bits, with half the supply group code.',
  }),
  management(9, 'set4thSectionDecoderKey', {
    keyBits: 128,
    fields: [
      field('SGCHO', 'supplyGroupCodeHighOrder', 12),
      field('NKMO1', 'newKeyMiddleOrder1', 32),
    ],
    clause: '6.2.8',
    since: 3,
    confidence: 'high',
    purpose: 'Fourth section of a new decoder key of 128 bits, with half the supply group code.',
  }),
  {
    status: 'layout-not-established',
    tokenClass: 2,
    subclass: 10,
    name: 'extendedTokenSet',
    clause: '6.2.12',
    since: 3,
    confidence: 'low',
    purpose: 'Extended token to set a value; where its bits stand is not public.',
  },
  subclasses(2, 11, 15, 'proprietary', '6.2.12'),

  // Class 3 is kept whole.
  subclasses(3, 0, 15, 'reserved', '6.2.1'),
]);

type Fact = Pick<TokenLayout, 'since' | 'confidence' | 'purpose'>;

function credit(
  subclass: number,
  name: string,
  fields: readonly TokenField[],
  fact: Fact,
): TokenLayout {
  const frame = { status: 'defined', tokenClass: 0, checksum: 'CRC', clause: '6.2.2' } as const;
  return { ...frame, subclass, name, fields, ...fact };
}

function currency(subclass: number, name: string, service: string): TokenLayout {
  return {
    ...credit(subclass, name, TRANSFER_CURRENCY, {
      since: 3,
      confidence: 'medium',
      purpose:
        `Adds money to, or takes it from, the ${service} account of the meter, in ` +
        'hundred-thousandths of the base currency.',
    }),
    checksum: 'CRC_C',
  };
}

function management(
  subclass: number,
  name: string,
  rest: Fact & Pick<TokenLayout, 'fields' | 'clause' | 'keyBits'>,
): TokenLayout {
  return { status: 'defined', tokenClass: 2, subclass, name, checksum: 'CRC', ...rest };
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
