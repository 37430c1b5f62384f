/**
 * What this package refuses: each refusal has one name and one sentence, whether it is thrown by an
 * encoder or returned by a parser. A program tells refusals apart by the name, a person reads the
 * sentence; the detail of one case (what was found, what it should be) is added to it.
 */

/** Name and sentence of every refusal; docs/reference/sts-refusals.md is written from this table. */
export const STS_REFUSALS = {
  // The number of a meter.
  'not-eighteen-digits': 'A MeterPAN has 18 digits.',
  'unknown-issuer': 'A MeterPAN begins with 600727 or 0000.',
  'not-eleven-or-thirteen-digits': 'A meter number (DRN) has 11 or 13 digits.',
  'drn-check-digit': 'The last digit of the meter number (DRN), its check digit, is wrong.',
  'pan-check-digit': 'The last digit of the MeterPAN, its check digit, is wrong.',
  'manufacturer-code': 'A manufacturer code has 2 or 4 digits.',
  'serial-number': 'A decoder serial number has 8 digits.',

  // Supply group and key attributes.
  'supply-group-code': 'A supply group code (SGC) has 6 digits.',
  'tariff-index': 'A tariff index (TI) has 2 digits, 00 to 99.',
  'key-revision-number': 'A key revision number (KRN) is 1 to 9.',
  'key-expiry-number': 'A key expiry number (KEN) is 0 to 255.',
  'key-type': 'A key type (KT) is 0 to 3.',
  'common-key-carrier': 'A common key (DCTK) is for meters with magnetic cards (TCT 01) only.',

  // Times.
  'base-date': 'A base date is written 93, 14 or 35, for 1993, 2014 and 2035.',
  'token-identifier': 'A token identifier (TID) is 0 to 16777215 minutes.',
  'before-base-date': 'The time lies before the base date of the key.',
  'after-base-date-range': 'The time lies beyond the last minute the base date can count.',
  'reserved-minute':
    'The minute 00:01 of a day belongs to special tokens; an ordinary token takes another minute.',
  'not-reserved-minute': 'A special token takes the minute 00:01 of its day and no other.',
  'token-identifier-not-rising':
    'A token identifier must be greater than the last one given to the same meter.',
  'key-expired': 'The minute of the token lies beyond the key expiry number (KEN) of its key.',

  // What a token carries.
  'amount-above-code': 'The amount is greater than the field of the token can carry.',
  'field-range': 'A value does not fit the field of the token.',
  'padding-not-zero': 'The padding of this token is zero.',
  'no-such-token': 'The standard defines no such token, or keeps it for later or for makers.',
  'test-number': 'Tests are numbered 0 to 36 in subclass 0 and 0 to 28 in subclass 1.',

  // The digits of a token.
  'not-digits': 'A token is written with decimal digits only.',
  'not-twenty-digits': 'A token has 20 digits.',
  'above-66-bits': 'The number is too great to be a token: a token has 66 bits.',
  crc: 'The check of the token is wrong: a digit is mistyped, or the token belongs to another key.',

  // Other carriers.
  'not-bcd': 'An octet holds something other than two decimal digits.',
  'octet-count': 'The number of octets is not that of a token on this carrier.',
  'card-record': 'The record does not have the form of this card.',
  'card-record-digits': 'A record on a card is written with decimal digits only.',
  'card-record-parity': 'A character on track 2 has five bits and odd parity.',
  'card-record-framing':
    'Track 2 begins with a semicolon and ends with a question mark and the check character.',
  'date-of-expiry': 'A date of expiry (DOE) is year and month, YYMM, the month 01 to 12.',
  'token-carrier-type': 'This token carrier type (TCT) is reserved or not known.',
  'encryption-algorithm': 'This encryption algorithm (EA) is not known.',
  'record2-layout-not-established': 'No published source gives the layout of Record2.',
  'card-record-check': 'The check character (LRC) of the track on the card is wrong.',

  // Keys.
  hexadecimal: 'A key is written as an even number of hexadecimal digits.',
  'block-length': 'A block has 64 bits, 8 octets.',
  'decoder-key-length': 'The length of the decoder key is not that of its encryption algorithm.',
  'vending-key-length':
    'The length of the vending key is not that of its key generation algorithm.',
  'vending-key-parity': 'A vending key for DES has odd parity in every octet.',
  'hmac-length': 'HMAC-SHA-256 gives 32 octets.',
  'ditk-not-derived': 'An initialisation key (DITK) is loaded by the maker and never derived.',
  'encryption-algorithm-not-of-dkga':
    'This key generation algorithm makes no keys for this encryption algorithm.',
  'dkga01-meter': 'DKGA01 applies to listed legacy meters only.',
  'dkga04-common-key':
    'No published source says which MeterPAN DKGA04 takes for a common key (DCTK).',
  'meter-pan-needed': 'This encryption algorithm needs the MeterPAN of the meter.',
  'sta-tables': 'The tables of STA are two permutations of 16 values and one of 64 places.',

  // Key change.
  'key-type-change': 'A meter does not go from this type of key to that one.',
  'rollover-same-key':
    'A rollover takes another key: under the same key every old token would be new again.',
  'key-length-change': 'A key change cannot change the length of the key.',
  'supply-group-transfer': 'This set of key change tokens cannot carry the supply group code.',
} as const;

/** The name of a refusal. */
export type StsRefusal = keyof typeof STS_REFUSALS;

/** Thrown by encoders and constructors: the caller asked for what the standard does not have. */
export class StsRefusalError extends RangeError {
  override readonly name = 'StsRefusalError';
  readonly refusal: StsRefusal;

  /** The detail says what was found; it never repeats a key. */
  constructor(refusal: StsRefusal, detail = '') {
    super(detail === '' ? STS_REFUSALS[refusal] : `${STS_REFUSALS[refusal]} ${detail}`);
    this.refusal = refusal;
  }
}
