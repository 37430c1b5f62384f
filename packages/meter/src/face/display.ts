/**
 * The display of a meter on a wall, as data: a pure picture of the keypad, the memory and what the
 * meter has worked out for the moment. Whoever draws it decides how; the texts fit two lines of
 * twenty-four characters.
 */
import { DISPLAY_WIDTH } from '../accounting/services.ts';
import type { MeterMemory } from '../memory.ts';
import { TOKEN_RESULTS } from '../token-entry/token-result.ts';
import { accountServiceOf, creditText, spokenAccountText } from './account-text.ts';
import type { CreditLowLevel, FaceFacts } from './face-facts.ts';
import { idleLine } from './idle-lines.ts';
import { type KeypadState, TOKEN_DIGITS } from './keypad.ts';
import { shortCodeProfile } from './short-code.ts';
import { flowLimitOf } from './short-code-readings.ts';

export interface Display {
  readonly primary: string;
  readonly secondary: string;
  /** The same in plain words, for a screen reader. */
  readonly sentence: string;
  /** What was typed so far in groups of four, the newest at the right; empty outside an entry. */
  readonly entryGroups: readonly string[];
  readonly digitCount: number;
  readonly icons: DisplayIcons;
}

/** The link between the measuring unit and the unit indoors; none where both are one. */
export type LinkState = 'none' | 'good' | 'lost';

export interface DisplayIcons {
  readonly loadSwitchClosed: boolean;
  readonly accept: boolean;
  readonly reject: boolean;
  readonly lowCredit: boolean;
  readonly lowCreditLevel: CreditLowLevel;
  /** The hand. */
  readonly tamper: boolean;
  /** Emergency credit is in use. */
  readonly emergency: boolean;
  readonly locked: boolean;
  readonly overload: boolean;
  readonly buzzer: boolean;
  readonly link: LinkState;
  /** What flows, in tenths of the power limit, a part of a tenth rounded up: 0 to 10. */
  readonly loadBar: number;
}

export interface DisplayFacts extends FaceFacts {
  readonly keypad: KeypadState;
  readonly buzzer: boolean;
  /** None unless said. */
  readonly link?: LinkState;
}

export type DisplayTexts = Pick<Display, 'primary' | 'secondary' | 'sentence'>;

/** What a customer sees. Without power a display is dark. */
export function displayOf(facts: DisplayFacts): Display {
  if (!facts.isPowered) return DARK;
  const { keypad } = facts;
  return {
    ...textsOf(facts),
    ...entryOf(keypad),
    icons: { ...signsOf(facts), ...answerSignsOf(keypad) },
  };
}

/** What was typed. */
export function entryOf(keypad: KeypadState): Pick<Display, 'entryGroups' | 'digitCount'> {
  const typed = keypad.kind === 'entry' || keypad.kind === 'trying' ? keypad.digits : '';
  return { entryGroups: groupsOf(typed), digitCount: typed.length };
}

/** Whether the keypad says yes or no. */
export function answerSignsOf(keypad: KeypadState): Pick<DisplayIcons, 'accept' | 'reject'> {
  const isResult = keypad.kind === 'result';
  return {
    accept: keypad.kind === 'tests' || (isResult && TOKEN_RESULTS[keypad.result].isGood),
    reject: isResult && !TOKEN_RESULTS[keypad.result].isGood,
  };
}

/** What a keypad shows by itself, without a memory; null where it takes one. */
export function keypadTexts(keypad: KeypadState): DisplayTexts | null {
  switch (keypad.kind) {
    case 'idle':
    case 'info':
      return null;
    case 'entry':
      return {
        primary: groupsOf(keypad.digits).join(' '),
        secondary: `${keypad.digits.length} OF ${TOKEN_DIGITS}`,
        sentence: `${keypad.digits.length} of ${TOKEN_DIGITS} digits entered.`,
      };
    case 'trying':
      return {
        primary: groupsOf(keypad.digits).join(' '),
        secondary: 'PLEASE WAIT',
        sentence: 'Please wait. The meter is checking the token.',
      };
    case 'result': {
      // For anything but credit the second line is the standard's name, which is what a help desk
      // asks for.
      const { sentence, short } = keypad.message;
      return { primary: short, secondary: keypad.result, sentence };
    }
    case 'tests':
      return testTexts(keypad);
    case 'message': {
      const { sentence, short } = keypad.message;
      return { primary: short, secondary: '', sentence };
    }
  }
}

/** What a meter shows for a short code. */
export function shortCodeTexts(facts: FaceFacts, wanted: string): DisplayTexts {
  const { codes } = shortCodeProfile(facts.memory.settings.face.shortCodes);
  const shown = codes.find((row) => row.code === wanted);
  if (shown === undefined) {
    return {
      primary: 'NO SUCH CODE',
      secondary: '',
      sentence: 'This meter has no short code with this number.',
    };
  }
  const { code, label } = shown;
  const value = shown.read(facts);
  return { primary: value, secondary: `${code} ${label}`, sentence: `${label}: ${value}.` };
}

function textsOf(facts: DisplayFacts): DisplayTexts {
  const { keypad, memory } = facts;
  switch (keypad.kind) {
    case 'idle':
      return idleTexts(facts);
    case 'info':
      return shortCodeTexts(facts, keypad.code);
    case 'result':
      return resultTexts(keypad, memory);
    case 'entry':
    case 'trying':
    case 'tests':
    case 'message':
      return keypadTexts(keypad) ?? idleTexts(facts);
  }
}

function idleTexts(facts: FaceFacts): DisplayTexts {
  const service = accountServiceOf(facts.memory);
  if (service === null) {
    return { primary: 'NO SERVICE', secondary: '', sentence: 'This meter sells nothing.' };
  }
  const credit = creditText(facts.memory, service);
  const { sentence, short } = idleLine(facts);
  return {
    primary: credit,
    secondary: short,
    sentence: `Credit ${spokenAccountText(credit, service)}. ${sentence}`,
  };
}

function resultTexts(
  keypad: Extract<KeypadState, { readonly kind: 'result' }>,
  memory: MeterMemory,
): DisplayTexts {
  const { service, sentence, short } = keypad.message;
  if (service === undefined) return { primary: short, secondary: keypad.result, sentence };
  const credit = creditText(memory, service);
  const secondary = `CREDIT ${credit}`;
  return {
    primary: short,
    secondary: secondary.length <= DISPLAY_WIDTH ? secondary : credit,
    sentence: `${sentence} Credit is now ${spokenAccountText(credit, service)}.`,
  };
}

function testTexts({ shown }: Extract<KeypadState, { readonly kind: 'tests' }>): DisplayTexts {
  const [test] = shown;
  if (test === undefined) return { primary: '', secondary: '', sentence: 'The test has ended.' };
  const { label, number, value } = test;
  return {
    primary: value,
    secondary: `TEST ${String(number).padStart(2, '0')} ${label}`,
    sentence: `Test ${number}, ${label}: ${value}.`,
  };
}

function signsOf(facts: DisplayFacts): Omit<DisplayIcons, 'accept' | 'reject'> {
  const { memory, switch: decision } = facts;
  const { isTampered, lockOut, supply, tamper } = memory;
  return {
    loadSwitchClosed: decision.isClosed,
    lowCredit: facts.creditLow > 0,
    lowCreditLevel: facts.creditLow,
    tamper: isTampered || tamper.kept.length > 0 || tamper.active.length > 0,
    emergency: decision.isClosed && decision.carriedBy === 'emergency',
    locked: lockOut.remaining > 0,
    overload: supply.overload.status !== 'normal' || supply.unbalance.status !== 'normal',
    buzzer: facts.buzzer,
    link: facts.link ?? 'none',
    loadBar: loadBarCeil(facts),
  };
}

function loadBarCeil({ memory, power }: FaceFacts): number {
  const limit = flowLimitOf(memory);
  if (limit === null || power <= 0) return 0;
  return power >= limit ? 10 : Math.ceil((power * 10) / limit);
}

function groupsOf(digits: string): readonly string[] {
  return digits.match(/.{1,4}/g) ?? [];
}

/** A display without power. */
export const DARK: Display = {
  primary: '',
  secondary: '',
  sentence: 'The meter has no power. Its display is dark.',
  entryGroups: [],
  digitCount: 0,
  icons: {
    loadSwitchClosed: false,
    accept: false,
    reject: false,
    lowCredit: false,
    lowCreditLevel: 0,
    tamper: false,
    emergency: false,
    locked: false,
    overload: false,
    buzzer: false,
    link: 'none',
    loadBar: 0,
  },
};
