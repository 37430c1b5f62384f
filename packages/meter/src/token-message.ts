/**
 * What a meter tells a customer about a token: a short text for the display and a sentence for a
 * screen reader or a help page. Used and old are told apart from a plain reject, as customers are
 * used to; everything else that a customer cannot mend reads REJECTED with a hint.
 */
import { formatTenthKwh, type TenthKwh } from '@wattvend/quantities/energy.js';
import type { TokenOutcome, TokenResult } from './token-entry.ts';

export interface TokenMessage {
  /** At most 24 characters, the width of the display. */
  readonly short: string;
  readonly sentence: string;
}

/** The message for an outcome. An accepted token also says what it brought. */
export function tokenMessage(outcome: Pick<TokenOutcome, 'result' | 'energyAdded'>): TokenMessage {
  if (outcome.result === 'Accept' && outcome.energyAdded !== undefined) {
    return acceptedMessage(outcome.energyAdded);
  }
  return TOKEN_MESSAGES[outcome.result];
}

function acceptedMessage(energyAdded: TenthKwh): TokenMessage {
  const energy = formatTenthKwh(energyAdded);
  return {
    short: `ACCEPTED +${energy} kWh`,
    sentence: `Token accepted. ${energy} kilowatt-hours were added.`,
  };
}

const TOKEN_MESSAGES: Readonly<Record<TokenResult, TokenMessage>> = {
  Accept: { short: 'ACCEPTED', sentence: 'Token accepted.' },
  '1stKCT': {
    short: 'KEY CHANGE: 1st DONE',
    sentence: 'The first key change token was accepted. Enter the next token of the set.',
  },
  '2ndKCT': {
    short: 'KEY CHANGE: 2nd DONE',
    sentence: 'The second key change token was accepted. Enter the next token of the set.',
  },
  OverflowError: {
    short: 'CREDIT FULL',
    sentence:
      'This meter cannot hold that much credit. Use some electricity, then enter the token again.',
  },
  KeyTypeError: {
    short: 'REJECTED: KEY TYPE',
    sentence: 'This key change is not allowed for this meter. Ask your electricity supplier.',
  },
  FormatError: {
    short: 'REJECTED: NOT A TOKEN',
    sentence: 'This number is not a token. A token has 20 digits. Check it and enter it again.',
  },
  RangeError: {
    short: 'REJECTED: RANGE',
    sentence: 'This token sets a value that this meter cannot take. Ask your electricity supplier.',
  },
  FunctionError: {
    short: 'REJECTED: FUNCTION',
    sentence: 'This token is for something this meter does not have.',
  },
  OldError: {
    short: 'OLD',
    sentence: 'This token is too old. Newer tokens were entered before it.',
  },
  UsedError: {
    short: 'USED',
    sentence: 'This token was used before. A token works only once.',
  },
  KeyExpiredError: {
    short: 'REJECTED: KEY EXPIRED',
    sentence: 'The key of this meter has expired. Ask your electricity supplier for a key change.',
  },
  DDTKError: {
    short: 'REJECTED: DEFAULT KEY',
    sentence: 'This meter is not yet set up for sales. Ask your electricity supplier.',
  },
  CRCError: {
    short: 'REJECTED',
    sentence:
      'This token is not for this meter, or a digit is wrong. Check the meter number and each digit.',
  },
  MfrCodeError: {
    short: 'REJECTED: OTHER MAKE',
    sentence: 'This test token is for a meter of another make.',
  },
};
