/**
 * The answers of a meter to a token: the standard's token, validation and authentication results
 * under their own names (IEC 62055-41).
 */

export type TokenResult =
  | 'Accept'
  | '1stKCT'
  | '2ndKCT'
  | '3rdKCT'
  | '4thKCT'
  | 'OverflowError'
  | 'KeyTypeError'
  | 'FormatError'
  | 'RangeError'
  | 'FunctionError'
  | 'OldError'
  | 'UsedError'
  | 'KeyExpiredError'
  | 'DDTKError'
  | 'CRCError'
  | 'MfrCodeError'
  | 'LockedOut'
  | 'NotReady';

export interface TokenResultRow {
  /**
   * The number some keypads show (one vendor's manual; not normative). Null where none is known. 15
   * and 16 say that a token was not looked at: the meter is locked, or has no power or no memory to
   * store what the token brings.
   */
  readonly code: number | null;
  /** The meter took the token. */
  readonly isGood: boolean;
  /**
   * Whether the name is established. The second edition names the answers to sections 1 and 2; what
   * the third calls those to sections 3 and 4 is not public, and these names are ours, as are those
   * of the two answers that the standard leaves to the maker.
   */
  readonly isEstablished: boolean;
}

export const TOKEN_RESULTS: Readonly<Record<TokenResult, TokenResultRow>> = {
  Accept: good(1),
  '1stKCT': good(2),
  '2ndKCT': good(3),
  '3rdKCT': { code: null, isGood: true, isEstablished: false },
  '4thKCT': { code: null, isGood: true, isEstablished: false },
  OverflowError: refusal(4),
  KeyTypeError: refusal(5),
  FormatError: refusal(6),
  RangeError: refusal(7),
  FunctionError: refusal(8),
  OldError: refusal(9),
  UsedError: refusal(10),
  KeyExpiredError: refusal(11),
  DDTKError: refusal(12),
  CRCError: refusal(13),
  MfrCodeError: refusal(14),
  LockedOut: { code: 15, isGood: false, isEstablished: false },
  NotReady: { code: 16, isGood: false, isEstablished: false },
};

function good(code: number): TokenResultRow {
  return { code, isGood: true, isEstablished: true };
}

function refusal(code: number): TokenResultRow {
  return { code, isGood: false, isEstablished: true };
}
