/**
 * The customer interface unit of a split meter: keypad and display indoors, with a battery of its own,
 * while the measuring unit with the memory, the key and the switch is outside. A pure machine: keys and
 * messages of the link in, requests to the measuring unit out.
 *
 * It holds no key and no credit; it shows what it was told last and says when that is old. It works on
 * its battery, so that a token can be entered while the supply is off. Without a link it keeps one token
 * that was typed, untried, and hands it over when the link is back.
 *
 * It is paired as on meters in the field (#999#, the number, #): 999 and ENTER, then the number printed
 * on the meter and ENTER. The measuring unit has the last word, because it knows its own number.
 */
import type { Instant, Milliseconds } from '@wattvend/quantities/time.js';
import { milliseconds } from '@wattvend/quantities/time.js';
import { type MeterPan, meterPanFromDrn, parseDrn } from '@wattvend/sts/meter-pan.js';
import type { TokenOutcome } from '../token-entry/token-entry.ts';
import type { TokenMessage } from '../token-entry/token-message.ts';
import {
  answerSignsOf,
  DARK,
  type Display,
  type DisplayTexts,
  entryOf,
  keypadTexts,
  type LinkState,
} from './display.ts';
import {
  applyKeypadEvent,
  ENTRY_TIMEOUT,
  KEYPAD_IDLE,
  type KeypadEffect,
  type KeypadEvent,
  type KeypadState,
} from './keypad.ts';
import type { ShortCodeProfileName } from './short-code.ts';

/** Typed as a short code; no profile has it. */
export const PAIRING_CODE = '999';

/** A link that answers nothing for so long is lost, whatever it says. */
export const ANSWER_AWAITED: Milliseconds = milliseconds(10_000);

const METER_NUMBER_DIGITS_MAX = 13;

export interface CustomerInterfaceUnit {
  /** Given when the unit is ordered, as for the measuring unit. */
  readonly shortCodes: ShortCodeProfileName;
  readonly pairedWith: MeterPan | null;
  readonly link: LinkState;
  /** Whether the socket the unit hangs on has power; without, it lives on its battery. */
  readonly isSupplied: boolean;
  readonly battery: 'good' | 'low' | 'empty';
  readonly keypad: KeypadState;
  /** The number that is being typed to pair with, since the last key; null at any other time. */
  readonly pairing: { readonly digits: string; readonly since: Instant } | null;
  /** A token that was typed and not handed over, or was and got no answer. */
  readonly keptToken: string | null;
  /** When the token was handed over that has no answer yet. */
  readonly askedAt: Instant | null;
  /** The display of the idle meter as it was told last. */
  readonly known: Display | null;
  /** The answer to a short code. */
  readonly reading: { readonly code: string; readonly texts: DisplayTexts } | null;
}

/** An answer as it may cross the link: without the writes, which hold what a meter keeps to itself. */
export type LinkedOutcome = Pick<TokenOutcome, 'result' | 'effect'>;

type UnitKeyEvent = Exclude<KeypadEvent, { readonly kind: 'outcome' | 'answer' }>;

export type UnitEvent =
  | UnitKeyEvent
  | { readonly kind: 'link'; readonly link: 'good' | 'lost'; readonly now: Instant }
  | { readonly kind: 'supply'; readonly isOn: boolean; readonly now: Instant }
  | {
      readonly kind: 'battery';
      readonly battery: CustomerInterfaceUnit['battery'];
      readonly now: Instant;
    }
  /** What the measuring unit says. */
  | { readonly kind: 'paired'; readonly meterPan: MeterPan; readonly now: Instant }
  | { readonly kind: 'status'; readonly display: Display; readonly now: Instant }
  | {
      readonly kind: 'reading';
      readonly code: string;
      readonly texts: DisplayTexts;
      readonly now: Instant;
    }
  | { readonly kind: 'outcome'; readonly outcome: LinkedOutcome; readonly now: Instant }
  | { readonly kind: 'answer'; readonly message: TokenMessage; readonly now: Instant };

/** What goes over the link to the measuring unit. */
export type UnitRequest =
  | KeypadEffect
  | { readonly kind: 'pair'; readonly meterPan: MeterPan }
  | { readonly kind: 'read-code'; readonly code: string };

export interface UnitStep {
  readonly unit: CustomerInterfaceUnit;
  readonly requests: readonly UnitRequest[];
}

/** A unit as it is bought: paired with nothing, its battery full. */
export function newCustomerInterfaceUnit(shortCodes: ShortCodeProfileName): CustomerInterfaceUnit {
  return {
    shortCodes,
    pairedWith: null,
    link: 'lost',
    isSupplied: false,
    battery: 'good',
    keypad: KEYPAD_IDLE,
    pairing: null,
    keptToken: null,
    askedAt: null,
    known: null,
    reading: null,
  };
}

/** Whether the unit has any power at all. */
export function isAwake(unit: CustomerInterfaceUnit): boolean {
  return unit.isSupplied || unit.battery !== 'empty';
}

/** One key, one tick, or one thing that came over the link. Without any power no key counts. */
export function applyUnitEvent(before: CustomerInterfaceUnit, event: UnitEvent): UnitStep {
  const waited = afterWaiting(before, event.now);
  const step = isAwake(waited) ? happened(waited, event) : stay(whileDark(waited, event));
  if (!isAwake(step.unit)) return stay(darkened(step.unit));
  return withKeptToken(step, event.now);
}

function happened(unit: CustomerInterfaceUnit, event: UnitEvent): UnitStep {
  switch (event.kind) {
    case 'link':
      return stay(event.link === 'lost' ? linkLost(unit, event.now) : { ...unit, link: 'good' });
    case 'supply':
    case 'battery':
      return stay(whileDark(unit, event));
    case 'paired': {
      const { meterPan, now } = event;
      // What was known belongs to another meter, and so may the token that waits.
      const isOther = meterPan !== unit.pairedWith;
      const after = isOther ? { ...unit, known: null, keptToken: null } : unit;
      return stay(told({ ...after, pairedWith: meterPan, link: 'good' }, MESSAGES.paired, now));
    }
    case 'status':
      return stay({ ...unit, link: 'good', known: event.display });
    case 'reading':
      return stay({ ...unit, reading: { code: event.code, texts: event.texts } });
    case 'outcome': {
      const outcome = { ...event.outcome, writes: [] };
      return keyed({ ...unit, askedAt: null }, { kind: 'outcome', outcome, now: event.now });
    }
    case 'answer':
      return keyed(unit, event);
    case 'digit':
    case 'backspace':
    case 'enter':
    case 'hold-enter':
    case 'switch':
    case 'clear':
    case 'info':
    case 'tick':
      return unit.pairing === null ? keyed(unit, event) : keyedNumber(unit, unit.pairing, event);
  }
}

/** A key of the keypad, and what it asks for if there is a link. */
function keyed(unit: CustomerInterfaceUnit, event: KeypadEvent): UnitStep {
  if (event.kind === 'clear' && unit.keypad.kind === 'idle' && unit.keptToken !== null) {
    return stay(told({ ...unit, keptToken: null }, MESSAGES.forgotten, event.now));
  }
  const { effects, state } = applyKeypadEvent(unit.keypad, event, unit.shortCodes);
  const isNewCode = state.kind === 'info' && state !== unit.keypad;
  const after = { ...unit, keypad: state };
  if (isNewCode && state.code === PAIRING_CODE) {
    const pairing = { digits: '', since: event.now };
    return stay({ ...after, keypad: KEYPAD_IDLE, pairing });
  }
  if (isNewCode) return codeAsked({ ...after, reading: null }, state.code);
  const [effect] = effects;
  if (effect === undefined) return stay(after);
  if (effect.kind === 'try-token') return tokenAsked(after, effect.digits, event.now);
  if (!isLinked(unit)) return stay(told(after, MESSAGES.noLink, event.now));
  return { unit: after, requests: [effect] };
}

function codeAsked(unit: CustomerInterfaceUnit, code: string): UnitStep {
  return isLinked(unit) ? { unit, requests: [{ kind: 'read-code', code }] } : stay(unit);
}

function tokenAsked(unit: CustomerInterfaceUnit, digits: string, now: Instant): UnitStep {
  if (isLinked(unit)) {
    const keptToken = unit.keptToken === digits ? null : unit.keptToken;
    const asked = { ...unit, askedAt: now, keptToken };
    return { unit: asked, requests: [{ kind: 'try-token', digits }] };
  }
  // The first that was typed is kept, so that none disappears behind a customer's back.
  const isKept = unit.keptToken === null || unit.keptToken === digits;
  const after = { ...unit, keptToken: unit.keptToken ?? digits, keypad: KEYPAD_IDLE };
  return stay(told(after, isKept ? MESSAGES.kept : MESSAGES.oneWaits, now));
}

/** Hands a kept token over as soon as there is a link and the keypad is at rest. */
function withKeptToken(step: UnitStep, now: Instant): UnitStep {
  const { unit } = step;
  const { keptToken: digits, keypad } = unit;
  const isAtRest = keypad.kind === 'idle' && unit.pairing === null;
  if (digits === null || !isLinked(unit) || !isAtRest) return step;
  return {
    unit: { ...unit, keptToken: null, askedAt: now, keypad: { kind: 'trying', digits } },
    requests: [...step.requests, { kind: 'try-token', digits }],
  };
}

function isLinked({ link, pairedWith }: CustomerInterfaceUnit): boolean {
  return link === 'good' && pairedWith !== null;
}

/** The number to pair with, digit by digit. */
function keyedNumber(
  unit: CustomerInterfaceUnit,
  pairing: NonNullable<CustomerInterfaceUnit['pairing']>,
  event: UnitKeyEvent,
): UnitStep {
  const { digits } = pairing;
  const since = event.now;
  switch (event.kind) {
    case 'digit': {
      const isTaken = /^[0-9]$/.test(event.digit) && digits.length < METER_NUMBER_DIGITS_MAX;
      return stay(isTaken ? { ...unit, pairing: { digits: digits + event.digit, since } } : unit);
    }
    case 'backspace':
      return stay({ ...unit, pairing: { digits: digits.slice(0, -1), since } });
    case 'clear':
      return stay({ ...unit, pairing: null });
    case 'enter':
    case 'hold-enter': {
      const after = { ...unit, pairing: null };
      const parsed = parseDrn(digits);
      if (parsed.kind === 'fault') return stay(told(after, MESSAGES.wrongNumber, since));
      const request: UnitRequest = { kind: 'pair', meterPan: meterPanFromDrn(parsed.drn) };
      return { unit: told(after, MESSAGES.pairing, since), requests: [request] };
    }
    case 'switch':
    case 'info':
    case 'tick':
      return stay(unit);
  }
}

function afterWaiting(unit: CustomerInterfaceUnit, now: Instant): CustomerInterfaceUnit {
  if (unit.askedAt !== null && now - unit.askedAt >= ANSWER_AWAITED) return linkLost(unit, now);
  if (unit.pairing !== null && now - unit.pairing.since >= ENTRY_TIMEOUT) {
    return { ...unit, pairing: null };
  }
  return unit;
}

// Whether the measuring unit had the token before the link broke is not known. It is handed over once
// more: if it was taken the first time the answer is USED, and nothing is credited twice.
function linkLost(unit: CustomerInterfaceUnit, now: Instant): CustomerInterfaceUnit {
  const { keypad } = unit;
  const lost = { ...unit, link: 'lost', askedAt: null } as const;
  if (keypad.kind !== 'trying') return lost;
  return told({ ...lost, keptToken: keypad.digits, keypad: KEYPAD_IDLE }, MESSAGES.kept, now);
}

function whileDark(unit: CustomerInterfaceUnit, event: UnitEvent): CustomerInterfaceUnit {
  if (event.kind === 'supply') return { ...unit, isSupplied: event.isOn };
  if (event.kind === 'battery') return { ...unit, battery: event.battery };
  return unit;
}

/** A unit without power forgets what it was busy with and keeps its token and its pair. */
function darkened(unit: CustomerInterfaceUnit): CustomerInterfaceUnit {
  const { keypad } = unit;
  const keptToken = keypad.kind === 'trying' ? keypad.digits : unit.keptToken;
  const working = { keypad: KEYPAD_IDLE, pairing: null, askedAt: null, reading: null } as const;
  return { ...unit, ...working, link: 'lost', keptToken };
}

function told(
  unit: CustomerInterfaceUnit,
  message: TokenMessage,
  now: Instant,
): CustomerInterfaceUnit {
  const { state } = applyKeypadEvent(unit.keypad, { kind: 'answer', message, now });
  return { ...unit, keypad: state };
}

function stay(unit: CustomerInterfaceUnit): UnitStep {
  return { unit, requests: [] };
}

/** What the unit shows. What it was told before the link was lost is shown as no longer certain. */
export function displayOfUnit(unit: CustomerInterfaceUnit): Display {
  if (!isAwake(unit)) return DARK;
  const { keypad, known, link } = unit;
  const isLost = link !== 'good';
  return {
    ...(keypadTexts(keypad) ?? unitTexts(unit)),
    ...(unit.pairing === null ? entryOf(keypad) : entryOfNumber(unit.pairing.digits)),
    icons: { ...(known ?? DARK).icons, ...answerSignsOf(keypad), link: isLost ? 'lost' : 'good' },
  };
}

function entryOfNumber(digits: string): Pick<Display, 'entryGroups' | 'digitCount'> {
  return { entryGroups: digits === '' ? [] : [digits], digitCount: digits.length };
}

function unitTexts(unit: CustomerInterfaceUnit): DisplayTexts {
  const { keypad, known, link, pairing, reading } = unit;
  if (pairing !== null) {
    return {
      primary: pairing.digits,
      secondary: 'METER NUMBER?',
      sentence: 'Type the number printed on the meter, then press ENTER.',
    };
  }
  if (keypad.kind === 'info') {
    if (reading !== null && reading.code === keypad.code) return reading.texts;
    if (isLinked(unit)) return PLEASE_WAIT;
  }
  if (unit.pairedWith === null) {
    return {
      primary: 'NOT PAIRED',
      secondary: `TYPE ${PAIRING_CODE}, ENTER`,
      sentence: `This unit belongs to no meter yet. Type ${PAIRING_CODE} and press ENTER.`,
    };
  }
  const batteryLow = !unit.isSupplied && unit.battery === 'low';
  if (link !== 'good') return staleTexts(unit);
  if (known === null) return PLEASE_WAIT;
  const { primary, secondary, sentence } = known;
  if (batteryLow && secondary === 'CREDIT') {
    return { primary, secondary: 'BATTERY LOW', sentence: `${sentence} The battery is low.` };
  }
  return { primary, secondary, sentence };
}

function staleTexts({ keptToken, known }: CustomerInterfaceUnit): DisplayTexts {
  const secondary = keptToken === null ? 'NO LINK' : 'NO LINK: 1 TOKEN WAITS';
  const waits = keptToken === null ? '' : ' One token waits.';
  if (known === null) {
    return { primary: '', secondary, sentence: `There is no link to the meter.${waits}` };
  }
  return {
    primary: known.primary,
    secondary,
    sentence: `There is no link to the meter.${waits} Last known: ${known.sentence}`,
  };
}

const PLEASE_WAIT: DisplayTexts = {
  primary: '',
  secondary: 'PLEASE WAIT',
  sentence: 'Please wait.',
};

const MESSAGES = {
  noLink: { short: 'NO LINK', sentence: 'There is no link to the meter. Try again later.' },
  kept: {
    short: 'NO LINK: TOKEN KEPT',
    sentence: 'There is no link to the meter. The token is kept and tried when the link is back.',
  },
  oneWaits: {
    short: 'ONE TOKEN WAITS ALREADY',
    sentence: 'One token waits for the link already. This one was not kept; enter it again later.',
  },
  forgotten: { short: 'TOKEN FORGOTTEN', sentence: 'The token that waited was forgotten.' },
  wrongNumber: {
    short: 'WRONG METER NUMBER',
    sentence: 'This is not the number of a meter. Check each digit and begin again.',
  },
  pairing: { short: 'PAIRING', sentence: 'The unit looks for the meter. This takes a moment.' },
  paired: { short: 'PAIRED', sentence: 'The unit now belongs to this meter.' },
} as const satisfies Readonly<Record<string, TokenMessage>>;
