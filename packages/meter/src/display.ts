/**
 * The display of a meter on a wall, as data: a pure picture of the keypad and the memory. Whoever
 * draws it decides how; the texts fit two lines of twenty-four characters.
 */
import { formatWattHoursAsKwh, type WattHours, wattHours } from '@wattvend/quantities/energy.js';
import { type KeypadState, TOKEN_DIGITS } from './keypad.ts';
import type { MeterMemory } from './memory.ts';
import { SHORT_CODES } from './short-code.ts';
import { isLoadSwitchClosed } from './supply.ts';
import type { TokenResult } from './token-entry.ts';
import { tokenMessage } from './token-message.ts';

/** Twenty digits in groups of four with blanks between fill a line exactly. */
export const DISPLAY_WIDTH = 24;

/** Ten kilowatt-hours: a day or two of a household, in time to buy more. */
export const CREDIT_LOW: WattHours = wattHours(10_000);

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

export interface DisplayIcons {
  readonly loadSwitchClosed: boolean;
  readonly accept: boolean;
  readonly reject: boolean;
  readonly lowCredit: boolean;
}

type Texts = Pick<Display, 'primary' | 'secondary' | 'sentence'>;

/** What a customer sees. */
export function displayOf(state: KeypadState, memory: MeterMemory): Display {
  const typed = state.kind === 'entry' || state.kind === 'trying' ? state.digits : '';
  return {
    ...textsOf(state, memory),
    entryGroups: groupsOf(typed),
    digitCount: typed.length,
    icons: {
      loadSwitchClosed: isLoadSwitchClosed(memory),
      accept: state.kind === 'result' && isGoodResult(state.outcome.result),
      reject: state.kind === 'result' && !isGoodResult(state.outcome.result),
      lowCredit: memory.creditRegister < CREDIT_LOW,
    },
  };
}

function textsOf(state: KeypadState, memory: MeterMemory): Texts {
  switch (state.kind) {
    case 'idle':
      return idleTexts(memory);
    case 'entry':
      return {
        primary: groupsOf(state.digits).join(' '),
        secondary: `${state.digits.length} OF ${TOKEN_DIGITS}`,
        sentence: `${state.digits.length} of ${TOKEN_DIGITS} digits entered.`,
      };
    case 'trying':
      return {
        primary: groupsOf(state.digits).join(' '),
        secondary: 'PLEASE WAIT',
        sentence: 'Please wait. The meter is checking the token.',
      };
    case 'result':
      return resultTexts(state, memory);
    case 'info':
      return infoTexts(state, memory);
  }
}

function idleTexts(memory: MeterMemory): Texts {
  const credit = formatWattHoursAsKwh(memory.creditRegister);
  const closed = isLoadSwitchClosed(memory);
  return {
    primary: `${credit} kWh`,
    secondary: closed ? 'CREDIT' : 'NO CREDIT: SUPPLY OFF',
    sentence: closed
      ? `Credit ${credit} kilowatt-hours. The supply is on.`
      : `Credit ${credit} kilowatt-hours. The supply is off. Enter a token to switch it on.`,
  };
}

function resultTexts(
  state: Extract<KeypadState, { readonly kind: 'result' }>,
  memory: MeterMemory,
): Texts {
  const { result } = state.outcome;
  const message = tokenMessage(state.outcome);
  const credit = formatWattHoursAsKwh(memory.creditRegister);
  // For a refusal the second line is the standard's name, which is what a help desk asks for.
  if (result !== 'Accept') {
    return { primary: message.short, secondary: result, sentence: message.sentence };
  }
  return {
    primary: message.short,
    secondary: `CREDIT ${credit} kWh`,
    sentence: `${message.sentence} Credit is now ${credit} kilowatt-hours.`,
  };
}

function infoTexts(
  state: Extract<KeypadState, { readonly kind: 'info' }>,
  memory: MeterMemory,
): Texts {
  const shown = SHORT_CODES.find((row) => row.code === state.code);
  if (shown === undefined) {
    return {
      primary: 'NO SUCH CODE',
      secondary: '',
      sentence: 'This meter has no short code with this number.',
    };
  }
  const { code, label } = shown;
  const value = shown.read(memory);
  return { primary: value, secondary: `${code} ${label}`, sentence: `${label}: ${value}.` };
}

function groupsOf(digits: string): readonly string[] {
  return digits.match(/.{1,4}/g) ?? [];
}

// A part of a key change that was stored is good news too, although the meter waits for more.
function isGoodResult(result: TokenResult): boolean {
  return result === 'Accept' || result === '1stKCT' || result === '2ndKCT';
}
