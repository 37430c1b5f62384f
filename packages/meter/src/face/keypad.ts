/**
 * The keypad of a meter on a wall: what the keys do. It is told the time, judges no token itself and
 * keeps nothing that must survive a power failure: after one, a keypad is idle.
 *
 * Entry works as on meters in the field. Digits come in one at a time; twenty seconds without a key
 * discard them. The twentieth digit tries the token at once, since nothing can be added; ENTER tries
 * what stands there earlier, and is harmless after the twentieth digit, so both habits work.
 *
 * A meter that is locked takes the twentieth digit like any other: whether the token may be looked at
 * is not for the keypad to say, and a test token always may.
 *
 * Who owns the keypad performs the effects: it hands the digits to applyToken, stores the write, and
 * only then returns the outcome as an event, so that ACCEPTED is never shown for a credit that a
 * power failure can still take away. What the other effects come to is told by an answer.
 */
import { type Instant, type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import type { ShownTest } from '../token-entry/meter-tests.ts';
import type { TokenOutcome } from '../token-entry/token-entry.ts';
import { type TokenMessage, tokenMessage } from '../token-entry/token-message.ts';
import type { TokenResult } from '../token-entry/token-result.ts';
import { type ShortCodeProfileName, shortCodeProfile } from './short-code.ts';

export const TOKEN_DIGITS = 20;

/** Observed on several makes; after it the entry is discarded. */
export const ENTRY_TIMEOUT: Milliseconds = milliseconds(20_000);

/** How long a result stands, between the three to five seconds of meters in the field. */
export const RESULT_SHOWN: Milliseconds = milliseconds(4_000);

/** How long one value of a test token stands, before the next is shown. */
export const TEST_SHOWN: Milliseconds = milliseconds(4_000);

/** Long enough to copy a meter number down. */
export const INFO_SHOWN: Milliseconds = milliseconds(10_000);

// A finger that is still moving must not wipe out the answer to the twentieth digit.
const RESULT_GUARDED: Milliseconds = milliseconds(1_000);

const SHORT_CODE_DIGITS_MAX = 3;

/** What the keypad is busy with; plain data. A short code may be one this meter does not have. */
export type KeypadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'entry'; readonly digits: string; readonly since: Instant }
  | { readonly kind: 'trying'; readonly digits: string }
  | {
      readonly kind: 'result';
      readonly result: TokenResult;
      readonly message: TokenMessage;
      readonly since: Instant;
    }
  /** The values of a test token that are still to be shown; the first is on the display. */
  | { readonly kind: 'tests'; readonly shown: readonly ShownTest[]; readonly since: Instant }
  | { readonly kind: 'info'; readonly code: string; readonly since: Instant }
  /** What came of a key that asked for something. */
  | { readonly kind: 'message'; readonly message: TokenMessage; readonly since: Instant };

/**
 * All times are of one clock that does not run backwards. A digit is one character; anything that is
 * not 0 to 9 is no key of this keypad and is ignored. An outcome answers a try and is ignored at any
 * other time; an answer is shown unless an entry or a try is under way, which it must not wipe out.
 */
export type KeypadEvent =
  | { readonly kind: 'digit'; readonly digit: string; readonly now: Instant }
  | { readonly kind: 'backspace'; readonly now: Instant }
  | { readonly kind: 'enter'; readonly now: Instant }
  | { readonly kind: 'hold-enter'; readonly now: Instant }
  | { readonly kind: 'switch'; readonly now: Instant }
  | { readonly kind: 'clear'; readonly now: Instant }
  | { readonly kind: 'info'; readonly now: Instant }
  | { readonly kind: 'tick'; readonly now: Instant }
  | { readonly kind: 'outcome'; readonly outcome: TokenOutcome; readonly now: Instant }
  | { readonly kind: 'answer'; readonly message: TokenMessage; readonly now: Instant };

/** What the owner of the keypad must do. */
export type KeypadEffect =
  | { readonly kind: 'try-token'; readonly digits: string }
  /** The customer asks for emergency credit. */
  | { readonly kind: 'select-emergency' }
  | { readonly kind: 'press-switch' }
  /** Harmless when nothing sounds. */
  | { readonly kind: 'mute-buzzer' };

export interface KeypadStep {
  readonly state: KeypadState;
  readonly effects: readonly KeypadEffect[];
}

export const KEYPAD_IDLE: KeypadState = { kind: 'idle' };

/** One key, one tick or one answer. The profile says which short codes the meter has. */
export function applyKeypadEvent(
  before: KeypadState,
  event: KeypadEvent,
  profile: ShortCodeProfileName = 'default',
): KeypadStep {
  // Time passes before the key counts: a digit after the time-out begins a new entry.
  const state = afterTimeout(before, event.now);
  if (state.kind === 'trying') return stay(whileTrying(state, event));
  switch (event.kind) {
    case 'digit':
      return typeDigit(state, event.digit, event.now);
    case 'backspace':
      return stay(backspace(state, event.now));
    case 'enter':
      return enter(state, event.now, profile);
    case 'hold-enter':
      // Whoever holds ENTER after some digits wants the digits entered.
      return state.kind === 'entry'
        ? enter(state, event.now, profile)
        : { state, effects: [{ kind: 'select-emergency' }] };
    case 'switch':
      return { state, effects: [{ kind: 'press-switch' }] };
    case 'clear':
      return clear(state);
    case 'info':
      return stay(nextInfo(state, event.now, profile));
    case 'answer':
      return stay(state.kind === 'entry' ? state : shownAnswer(event.message, event.now));
    case 'tick':
    case 'outcome':
      return stay(state);
  }
}

function afterTimeout(state: KeypadState, now: Instant): KeypadState {
  switch (state.kind) {
    case 'idle':
    case 'trying':
      return state;
    case 'entry':
      return elapsed(state.since, now) < ENTRY_TIMEOUT ? state : KEYPAD_IDLE;
    case 'result':
    case 'message':
      return elapsed(state.since, now) < RESULT_SHOWN ? state : KEYPAD_IDLE;
    case 'tests':
      return elapsed(state.since, now) < TEST_SHOWN ? state : nextTest(state, now);
    case 'info':
      return elapsed(state.since, now) < INFO_SHOWN ? state : KEYPAD_IDLE;
  }
}

function typeDigit(state: KeypadState, digit: string, now: Instant): KeypadStep {
  if (!/^[0-9]$/.test(digit)) return stay(state);
  const isAnswer = state.kind === 'result' || state.kind === 'tests';
  if (isAnswer && elapsed(state.since, now) < RESULT_GUARDED) return stay(state);
  const digits = (state.kind === 'entry' ? state.digits : '') + digit;
  return digits.length < TOKEN_DIGITS
    ? stay({ kind: 'entry', digits, since: now })
    : attempt(digits);
}

function backspace(state: KeypadState, now: Instant): KeypadState {
  if (state.kind !== 'entry') return state;
  const digits = state.digits.slice(0, -1);
  return digits === '' ? KEYPAD_IDLE : { kind: 'entry', digits, since: now };
}

function enter(state: KeypadState, now: Instant, profile: ShortCodeProfileName): KeypadStep {
  if (state.kind !== 'entry') return stay(state);
  if (state.digits.length > SHORT_CODE_DIGITS_MAX) return attempt(state.digits);
  const action = shortCodeProfile(profile).actions.find(({ code }) => code === state.digits);
  if (action !== undefined) return { state: KEYPAD_IDLE, effects: [{ kind: action.effect }] };
  return stay({ kind: 'info', code: state.digits, since: now });
}

// CLEAR on a meter that shows its credit has nothing to clear but a noise.
function clear(state: KeypadState): KeypadStep {
  return state.kind === 'idle' ? { state, effects: [{ kind: 'mute-buzzer' }] } : stay(KEYPAD_IDLE);
}

function shownAnswer(message: TokenMessage, now: Instant): KeypadState {
  return { kind: 'message', message, since: now };
}

// The info key walks through the codes so marked and ends at the credit. During an entry it does
// nothing: a stray key must not cost the customer nineteen digits.
function nextInfo(state: KeypadState, now: Instant, profile: ShortCodeProfileName): KeypadState {
  if (state.kind === 'entry') return state;
  if (state.kind === 'tests') return nextTest(state, now);
  const shown = state.kind === 'info' ? state.code : '';
  // A code that is not walked is at -1, before the first row.
  const walked = shortCodeProfile(profile).codes.filter(({ isWalked }) => isWalked);
  const next = walked[walked.findIndex((row) => row.code === shown) + 1];
  return next ? { kind: 'info', code: next.code, since: now } : KEYPAD_IDLE;
}

// The next value begins now and not when the last ended, so that a keypad that was not looked at for
// a while does not skip any.
function nextTest(state: Extract<KeypadState, { kind: 'tests' }>, now: Instant): KeypadState {
  const shown = state.shown.slice(1);
  return shown.length > 0 ? { kind: 'tests', shown, since: now } : KEYPAD_IDLE;
}

function attempt(digits: string): KeypadStep {
  return { state: { kind: 'trying', digits }, effects: [{ kind: 'try-token', digits }] };
}

// Between a try and its answer the meter is busy, and a key would belong to neither.
function whileTrying(state: KeypadState, event: KeypadEvent): KeypadState {
  if (event.kind !== 'outcome') return state;
  const { effect, result } = event.outcome;
  if (effect?.kind === 'tests') return { kind: 'tests', shown: effect.shown, since: event.now };
  return { kind: 'result', result, message: tokenMessage(event.outcome), since: event.now };
}

function stay(state: KeypadState): KeypadStep {
  return { state, effects: [] };
}

function elapsed(since: Instant, now: Instant): number {
  return now - since;
}
