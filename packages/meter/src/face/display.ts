/**
 * The display of a meter on a wall, as data: a pure picture of the keypad and the memory. Whoever
 * draws it decides how; the texts fit two lines of twenty-four characters.
 */
import { formatWattHoursAsKwh, type WattHours, wattHours } from '@wattvend/quantities/energy.js';
import { creditUnits, servicesOf } from '../accounting/credit.ts';
import {
  DISPLAY_WIDTH,
  ELECTRICITY,
  formatUnitsForDisplay,
  type Service,
  serviceRow,
} from '../accounting/services.ts';
import type { MeterMemory } from '../memory.ts';
import { isLoadSwitchClosed } from '../supply/load-switch.ts';
import { TOKEN_RESULTS } from '../token-entry/token-result.ts';
import { type KeypadState, TOKEN_DIGITS } from './keypad.ts';
import { SHORT_CODES } from './short-code.ts';

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
  const isResult = state.kind === 'result';
  const typed = state.kind === 'entry' || state.kind === 'trying' ? state.digits : '';
  return {
    ...textsOf(state, memory),
    entryGroups: groupsOf(typed),
    digitCount: typed.length,
    icons: {
      loadSwitchClosed: isLoadSwitchClosed(memory),
      accept: state.kind === 'tests' || (isResult && TOKEN_RESULTS[state.result].isGood),
      reject: isResult && !TOKEN_RESULTS[state.result].isGood,
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
    case 'tests':
      return testTexts(state);
    case 'info':
      return infoTexts(state, memory);
  }
}

function idleTexts(memory: MeterMemory): Texts {
  if (!memory.takesElectricity) return idleTextsOfOtherService(memory);
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

// A meter without electricity shows its first register. It has no load switch to tell of.
function idleTextsOfOtherService(memory: MeterMemory): Texts {
  const [service] = servicesOf(memory);
  if (service === undefined) {
    return { primary: 'NO SERVICE', secondary: '', sentence: 'This meter sells nothing.' };
  }
  const credit = creditText(memory, service);
  return {
    primary: credit,
    secondary: 'CREDIT',
    sentence: `Credit ${credit} of ${serviceRow(service).name}.`,
  };
}

/** A register for a person. Electricity with all its places, other services as tokens carry them. */
function creditText(memory: MeterMemory, service: Service): string {
  if (service === ELECTRICITY) return `${formatWattHoursAsKwh(memory.creditRegister)} kWh`;
  return formatUnitsForDisplay(service, creditUnits(memory, service) ?? 0n);
}

function resultTexts(
  { message, result }: Extract<KeypadState, { readonly kind: 'result' }>,
  memory: MeterMemory,
): Texts {
  const { service, sentence, short } = message;
  // For anything but credit the second line is the standard's name, which is what a help desk asks
  // for.
  if (service === undefined) return { primary: short, secondary: result, sentence };
  const credit = creditText(memory, service);
  const secondary = `CREDIT ${credit}`;
  const spoken = service === ELECTRICITY ? credit.replace('kWh', 'kilowatt-hours') : credit;
  return {
    primary: short,
    secondary: secondary.length <= DISPLAY_WIDTH ? secondary : credit,
    sentence: `${sentence} Credit is now ${spoken}.`,
  };
}

function testTexts({ shown }: Extract<KeypadState, { readonly kind: 'tests' }>): Texts {
  const [test] = shown;
  if (test === undefined) return { primary: '', secondary: '', sentence: 'The test has ended.' };
  const { label, number, value } = test;
  return {
    primary: value,
    secondary: `TEST ${String(number).padStart(2, '0')} ${label}`,
    sentence: `Test ${number}, ${label}: ${value}.`,
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
