/**
 * What a meter tells a customer about a token: a short text for the display and a sentence for a
 * screen reader or a help page. Used and old are told apart from a plain reject, as customers are
 * used to; everything else that a customer cannot mend reads REJECTED with a hint.
 */

import type { Milliseconds } from '@wattvend/quantities/time.js';
import {
  DISPLAY_WIDTH,
  ELECTRICITY,
  formatUnits,
  type Service,
  serviceRow,
} from '../accounting/services.ts';
import type { TokenEffect, TokenOutcome } from './token-entry.ts';
import type { TokenResult } from './token-result.ts';

export interface TokenMessage {
  /** At most 24 characters, the width of the display. */
  readonly short: string;
  readonly sentence: string;
  /** The service whose register the token changed, which the second line then shows. */
  readonly service?: Service;
}

/** The message for an outcome. An accepted token also says what it did, a refused one how long to wait. */
export function tokenMessage(outcome: Pick<TokenOutcome, 'result' | 'effect'>): TokenMessage {
  const { effect, result } = outcome;
  if (effect?.kind === 'locked') return lockedMessage(result, effect.remaining);
  return effect !== undefined && result === 'Accept'
    ? acceptedMessage(effect)
    : TOKEN_MESSAGES[result];
}

// The seconds are those of the moment of the answer; the display counts them down afterwards.
function lockedMessage(result: TokenResult, remaining: Milliseconds): TokenMessage {
  const seconds = Math.ceil(remaining / 1000);
  const { sentence } = TOKEN_MESSAGES[result];
  const first = result === 'LockedOut' ? 'LOCKED' : 'REJECTED';
  const short = `${first}: WAIT ${seconds} s`;
  return {
    short: short.length <= DISPLAY_WIDTH ? short : `${first}: WAIT`,
    sentence: `${sentence} Wait ${seconds} seconds before you enter a token.`,
  };
}

function acceptedMessage(effect: TokenEffect): TokenMessage {
  switch (effect.kind) {
    case 'credit':
      return creditMessage(effect.service, effect.units);
    case 'credit-cleared':
      return clearedMessage(effect.services);
    case 'power-limit':
      return {
        short: `LIMIT ${effect.limit} W`,
        sentence: `Token accepted. The power limit is now ${effect.limit} watts.`,
      };
    case 'phase-power-unbalance-limit':
      return {
        short: `UNBALANCE ${effect.limit} W`,
        sentence: `Token accepted. Phases may now differ in power by ${effect.limit} watts.`,
      };
    case 'tamper-cleared':
      return {
        short: 'TAMPER CLEARED',
        sentence: 'Token accepted. The tamper condition of this meter was cleared.',
      };
    case 'key-changed':
      return {
        short: 'KEY CHANGED',
        sentence:
          'Token accepted. The key of this meter was changed. Enter the next token you were given.',
      };
    case 'key-section':
    case 'tests':
    case 'locked':
      return TOKEN_MESSAGES.Accept;
  }
}

function creditMessage(service: Service, units: bigint): TokenMessage {
  const { name, unit, unitInWords } = serviceRow(service);
  const isDebit = units < 0n;
  const amount = formatUnits(service, isDebit ? -units : units);
  const short = `ACCEPTED ${isDebit ? '-' : '+'}${amount} ${unit}`.trimEnd();
  const was = isDebit ? 'were taken' : 'were added';
  const account = service === ELECTRICITY ? '' : ` The token was for the ${name}.`;
  return {
    // An account can hold more digits than a display has places.
    short: short.length <= DISPLAY_WIDTH ? short : TOKEN_MESSAGES.Accept.short,
    sentence: `Token accepted. ${amount} ${unitInWords} ${was}.${account}`,
    service,
  };
}

function clearedMessage(services: readonly Service[]): TokenMessage {
  const [service] = services;
  return {
    short: 'CREDIT CLEARED',
    sentence: 'Token accepted. The credit of this meter was set to zero.',
    ...(service === undefined ? {} : { service }),
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
  '3rdKCT': {
    short: 'KEY CHANGE: 3rd DONE',
    sentence: 'The third key change token was accepted. Enter the next token of the set.',
  },
  '4thKCT': {
    short: 'KEY CHANGE: 4th DONE',
    sentence: 'The fourth key change token was accepted. Enter the next token of the set.',
  },
  OverflowError: {
    short: 'CREDIT FULL',
    sentence: 'This meter cannot hold that much credit. Use some, then enter the token again.',
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
  LockedOut: {
    short: 'LOCKED: WAIT',
    sentence: 'Too many wrong tokens were entered. The meter did not look at this one.',
  },
  NotReady: {
    short: 'NOT READY',
    sentence: 'The meter cannot take a token now. The token was not used. Try again later.',
  },
};
