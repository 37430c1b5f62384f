import { displayOf } from '@wattvend/meter/display.js';
import {
  applyKeypadEvent,
  ENTRY_TIMEOUT,
  INFO_SHOWN,
  KEYPAD_IDLE,
  type KeypadEffect,
  type KeypadEvent,
  type KeypadState,
  RESULT_SHOWN,
  TEST_SHOWN,
} from '@wattvend/meter/keypad.js';
import { DISPLAY_WIDTH } from '@wattvend/meter/services.js';
import { WATER } from '@wattvend/meter/settings-profiles.js';
import { type ShortCodeProfileName, shortCodeProfile } from '@wattvend/meter/short-code.js';
import type { TokenEffect, TokenOutcome } from '@wattvend/meter/token-entry.js';
import { type TokenMessage, tokenMessage } from '@wattvend/meter/token-message.js';
import type { TokenResult } from '@wattvend/meter/token-result.js';
import { wattHours, watts } from '@wattvend/quantities/energy.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import { parseDrn } from '@wattvend/sts/meter-pan.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faceFacts } from './face/invented-facts.ts';
import { inventedMeter } from './invented-meter.ts';

const memory = inventedMeter();
const TOKEN = '12345678901234567890';

/** A person at the keypad; the clock stands still unless told. */
function atKeypad(start: KeypadState = KEYPAD_IDLE, profile: ShortCodeProfileName = 'default') {
  let state = start;
  let now = 1_000_000;
  const effects: KeypadEffect[] = [];
  const happen = (event: KeypadEvent) => {
    const step = applyKeypadEvent(state, event, profile);
    state = step.state;
    effects.push(...step.effects);
  };
  return {
    effects,
    press: (kind: 'backspace' | 'enter' | 'hold-enter' | 'switch' | 'clear' | 'info' | 'tick') =>
      happen({ kind, now: instant(now) }),
    type: (digits: string) => {
      for (const digit of digits) happen({ kind: 'digit', digit, now: instant(now) });
    },
    wait: (span: number) => {
      now += span;
    },
    told: (message: TokenMessage) => happen({ kind: 'answer', message, now: instant(now) }),
    outcome: (outcome: TokenOutcome) => {
      happen({ kind: 'outcome', outcome, now: instant(now) });
    },
    answer: (result: TokenResult, added?: number) => {
      const outcome: TokenOutcome =
        added === undefined
          ? { result, writes: [] }
          : { result, writes: [], effect: { kind: 'credit', service: 0, units: BigInt(added) } };
      happen({ kind: 'outcome', outcome, now: instant(now) });
    },
    state: () => state,
    display: (of = memory) => displayOf({ ...faceFacts(of), keypad: state, buzzer: false }),
  };
}

describe('entry', () => {
  test('digits gather in groups of four and are counted', () => {
    const person = atKeypad();
    person.type('123456789');
    expect(person.display()).toMatchObject({
      primary: '1234 5678 9',
      secondary: '9 OF 20',
      entryGroups: ['1234', '5678', '9'],
      digitCount: 9,
    });
    expect(person.effects).toEqual([]);
  });

  test('the twentieth digit tries the token, and ENTER after it does no harm', () => {
    const person = atKeypad();
    person.type(TOKEN);
    person.press('enter');
    expect(person.effects).toEqual([{ kind: 'try-token', digits: TOKEN }]);
    expect(person.display()).toMatchObject({
      primary: '1234 5678 9012 3456 7890',
      secondary: 'PLEASE WAIT',
      digitCount: 20,
    });
    person.answer('Accept', 100);
    person.press('enter');
    expect(person.state().kind).toBe('result');
  });

  test('ENTER tries what stands there', () => {
    const person = atKeypad();
    person.type('1234567890123456789');
    person.press('enter');
    expect(person.effects).toEqual([{ kind: 'try-token', digits: '1234567890123456789' }]);
  });

  test('backspace takes back one digit and ends an entry that is empty', () => {
    const person = atKeypad();
    person.type('12');
    person.press('backspace');
    expect(person.display().primary).toBe('1');
    person.press('backspace');
    expect(person.state()).toEqual(KEYPAD_IDLE);
    person.press('backspace');
    expect(person.state()).toEqual(KEYPAD_IDLE);
  });

  test('clear discards an entry, a stray info key does not', () => {
    const person = atKeypad();
    person.type('1234');
    person.press('info');
    expect(person.display().digitCount).toBe(4);
    person.press('clear');
    expect(person.state()).toEqual(KEYPAD_IDLE);
  });

  test('twenty seconds without a key discard the entry, a moment less does not', () => {
    const person = atKeypad();
    person.type('1234');
    person.wait(ENTRY_TIMEOUT - 1);
    person.press('tick');
    expect(person.display().digitCount).toBe(4);
    person.wait(1);
    person.press('tick');
    expect(person.state()).toEqual(KEYPAD_IDLE);
    expect(ENTRY_TIMEOUT).toBe(20_000);
  });

  test('each key begins the twenty seconds anew, a tick does not', () => {
    const person = atKeypad();
    for (const digit of '1234') {
      person.type(digit);
      person.wait(ENTRY_TIMEOUT - 1);
      person.press('tick');
    }
    expect(person.display().digitCount).toBe(4);
    person.wait(1);
    person.press('tick');
    expect(person.display().digitCount).toBe(0);
  });

  test('a digit after the time-out begins a new entry although nothing ticked', () => {
    const person = atKeypad();
    person.type('1234');
    person.wait(ENTRY_TIMEOUT);
    person.type('5');
    expect(person.display().primary).toBe('5');
  });

  test('what is no digit is no key', () => {
    const person = atKeypad();
    person.type('1a٣ -2');
    expect(person.display().primary).toBe('12');
  });
});

describe('result', () => {
  test('an accepted token shows what it brought and the new credit, then the credit', () => {
    const person = atKeypad();
    person.type(TOKEN);
    person.answer('Accept', 123);
    const after = { ...memory, creditRegister: wattHours(12_300) };
    expect(person.display(after)).toEqual({
      primary: 'ACCEPTED +12.3 kWh',
      secondary: 'CREDIT 12.300 kWh',
      sentence:
        'Token accepted. 12.3 kilowatt-hours were added. Credit is now 12.300 kilowatt-hours.',
      entryGroups: [],
      digitCount: 0,
      icons: {
        loadSwitchClosed: true,
        accept: true,
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
    });
    person.wait(RESULT_SHOWN - 1);
    person.press('tick');
    expect(person.state().kind).toBe('result');
    person.wait(1);
    person.press('tick');
    expect(person.display(after)).toMatchObject({ primary: '12.300 kWh', secondary: 'CREDIT' });
  });

  test('a refused token shows why, and the name for the help desk', () => {
    const person = atKeypad();
    person.type(TOKEN);
    person.answer('UsedError');
    expect(person.display()).toMatchObject({
      primary: 'USED',
      secondary: 'UsedError',
      icons: { accept: false, reject: true },
    });
  });

  test('a twenty-first digit does not wipe out the answer, a digit a second later begins anew', () => {
    const person = atKeypad();
    person.type(TOKEN);
    person.type('1');
    person.answer('CRCError');
    person.type('1');
    expect(person.state().kind).toBe('result');
    person.wait(1_000);
    person.type('7');
    expect(person.display().primary).toBe('7');
  });

  test('clear puts the answer away at once', () => {
    const person = atKeypad();
    person.type(TOKEN);
    person.answer('OldError');
    person.press('clear');
    expect(person.state()).toEqual(KEYPAD_IDLE);
  });

  test('while a token is tried no key counts, and no time-out comes between', () => {
    const person = atKeypad();
    person.type(TOKEN);
    person.wait(60_000);
    for (const key of ['clear', 'enter', 'backspace', 'info', 'tick'] as const) person.press(key);
    expect(person.state().kind).toBe('trying');
    expect(person.effects).toHaveLength(1);
  });

  test('an outcome that nobody waits for changes nothing', () => {
    const person = atKeypad();
    person.answer('Accept', 1);
    expect(person.state()).toEqual(KEYPAD_IDLE);
  });
});

describe('test token', () => {
  const shown = [
    { number: 4, label: 'KRN, KT', value: '1 2' },
    { number: 5, label: 'TI', value: '07' },
  ];
  function afterTestToken() {
    const person = atKeypad();
    person.type(TOKEN);
    person.outcome({ result: 'Accept', writes: [], effect: { kind: 'tests', shown } });
    return person;
  }

  test('values are shown one after the other, and then the credit', () => {
    const person = afterTestToken();
    expect(person.display()).toMatchObject({
      primary: '1 2',
      secondary: 'TEST 04 KRN, KT',
      sentence: 'Test 4, KRN, KT: 1 2.',
      icons: { accept: true, reject: false },
    });
    person.wait(TEST_SHOWN - 1);
    person.press('tick');
    expect(person.display().primary).toBe('1 2');
    person.wait(1);
    person.press('tick');
    expect(person.display()).toMatchObject({ primary: '07', secondary: 'TEST 05 TI' });
    person.wait(TEST_SHOWN);
    person.press('tick');
    expect(person.state()).toEqual(KEYPAD_IDLE);
  });

  test('the info key goes on to the next value, and clear ends them', () => {
    const person = afterTestToken();
    person.press('info');
    expect(person.display().primary).toBe('07');
    person.press('clear');
    expect(person.state()).toEqual(KEYPAD_IDLE);
  });

  test('a digit in the first second is a finger still moving, a later one begins an entry', () => {
    const person = afterTestToken();
    person.type('1');
    expect(person.state().kind).toBe('tests');
    person.wait(1_000);
    person.type('7');
    expect(person.display().primary).toBe('7');
  });
});

describe('info', () => {
  test('a short code shows its value for ten seconds', () => {
    const person = atKeypad();
    person.type('000');
    person.press('enter');
    const { primary, secondary } = person.display();
    expect(parseDrn(primary).kind).toBe('drn');
    expect(secondary).toBe('000 METER NUMBER');
    person.wait(INFO_SHOWN);
    person.press('tick');
    expect(person.state()).toEqual(KEYPAD_IDLE);
    expect(person.effects).toEqual([]);
  });

  test('a code this meter does not have says so', () => {
    const person = atKeypad();
    person.type('99');
    person.press('enter');
    expect(person.display().primary).toBe('NO SUCH CODE');
  });

  test('the info key walks through the codes so marked and ends at the credit', () => {
    const person = atKeypad();
    const walked = shortCodeProfile('default').codes.filter(({ isWalked }) => isWalked);
    const shown: string[] = [];
    for (const _row of walked) {
      person.press('info');
      shown.push(person.display().secondary);
    }
    expect(shown).toEqual(walked.map(({ code, label }) => `${code} ${label}`));
    expect(shown.slice(0, 2)).toEqual(['000 METER NUMBER', '002 CREDIT']);
    expect(shown).toHaveLength(8);
    person.press('info');
    expect(person.state()).toEqual(KEYPAD_IDLE);
  });

  test('after a code that is not walked the info key begins at the first', () => {
    const person = atKeypad();
    person.type('048');
    person.press('enter');
    expect(person.display().primary).toBe('0.1.0');
    person.press('info');
    expect(person.display().secondary).toBe('000 METER NUMBER');
  });
});

describe('keys that ask for something', () => {
  const message = { short: 'EMERGENCY CREDIT ON', sentence: 'Emergency credit is on.' };
  const answerTo = (person: ReturnType<typeof atKeypad>) => person.told(message);

  test('holding ENTER asks for emergency credit, and the answer stands for four seconds', () => {
    const person = atKeypad();
    person.press('hold-enter');
    expect(person.effects).toEqual([{ kind: 'select-emergency' }]);
    answerTo(person);
    expect(person.display()).toMatchObject({ primary: 'EMERGENCY CREDIT ON', secondary: '' });
    person.wait(RESULT_SHOWN - 1);
    person.press('tick');
    expect(person.state().kind).toBe('message');
    person.wait(1);
    person.press('tick');
    expect(person.state()).toEqual(KEYPAD_IDLE);
  });

  test('holding ENTER after digits enters them', () => {
    const person = atKeypad();
    person.type('12345');
    person.press('hold-enter');
    expect(person.effects).toEqual([{ kind: 'try-token', digits: '12345' }]);
  });

  test('the key at the switch works in the middle of an entry and costs no digit', () => {
    const person = atKeypad();
    person.type('12345');
    person.press('switch');
    answerTo(person);
    expect(person.effects).toEqual([{ kind: 'press-switch' }]);
    expect(person.display().digitCount).toBe(5);
  });

  test('an answer does not come between a token and its outcome', () => {
    const person = atKeypad();
    person.type(TOKEN);
    answerTo(person);
    expect(person.state().kind).toBe('trying');
  });

  test('clear on an idle meter mutes the buzzer, and puts anything else away without', () => {
    const person = atKeypad();
    person.type('1');
    person.press('clear');
    expect(person.effects).toEqual([]);
    person.press('clear');
    expect(person.effects).toEqual([{ kind: 'mute-buzzer' }]);
  });

  test.each([
    ['hexing', '811', [{ kind: 'select-emergency' }]],
    ['hexing', '812', [{ kind: 'mute-buzzer' }]],
    ['default', '811', [{ kind: 'select-emergency' }]],
    ['lg', '811', []],
    ['conlog', '812', []],
  ] as const)('on a %s meter the code %s asks for %o', (profile, code, expected) => {
    const person = atKeypad(KEYPAD_IDLE, profile);
    person.type(code);
    person.press('enter');
    expect(person.effects).toEqual(expected);
    expect(person.state().kind).toBe(expected.length === 0 ? 'info' : 'idle');
  });
});

describe('display', () => {
  test('without credit the switch is open and the display says so', () => {
    expect(atKeypad().display()).toMatchObject({
      primary: '0.000 kWh',
      secondary: 'NO CREDIT: SUPPLY OFF',
      icons: { loadSwitchClosed: false, accept: false, reject: false },
    });
    const indebted = { ...memory, creditRegister: wattHours(-3) };
    expect(atKeypad().display(indebted).primary).toBe('-0.003 kWh');
  });
});

// A Record, so that a result added to the standard's names without a test does not compile.
const SHORT_TEXTS: Readonly<Record<TokenResult, string>> = {
  Accept: 'ACCEPTED',
  '1stKCT': 'KEY CHANGE: 1st DONE',
  '2ndKCT': 'KEY CHANGE: 2nd DONE',
  '3rdKCT': 'KEY CHANGE: 3rd DONE',
  '4thKCT': 'KEY CHANGE: 4th DONE',
  OverflowError: 'CREDIT FULL',
  KeyTypeError: 'REJECTED: KEY TYPE',
  FormatError: 'REJECTED: NOT A TOKEN',
  RangeError: 'REJECTED: RANGE',
  FunctionError: 'REJECTED: FUNCTION',
  OldError: 'OLD',
  UsedError: 'USED',
  KeyExpiredError: 'REJECTED: KEY EXPIRED',
  DDTKError: 'REJECTED: DEFAULT KEY',
  CRCError: 'REJECTED',
  MfrCodeError: 'REJECTED: OTHER MAKE',
  LockedOut: 'LOCKED: WAIT',
  NotReady: 'NOT READY',
};

test.each(Object.entries(SHORT_TEXTS))('%s reads %s and has a sentence', (result, short) => {
  const message = tokenMessage({ result: result as TokenResult });
  expect(message.short).toBe(short);
  expect(message.sentence).toMatch(/^[A-Z].*\.$/);
});

const anyService = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7);

const anyEffect: fc.Arbitrary<TokenEffect> = fc.oneof(
  fc.record({
    kind: fc.constant('credit' as const),
    service: anyService,
    units: fc.bigInt({ min: -(10n ** 36n), max: 10n ** 36n }),
  }),
  fc.record({
    kind: fc.constant('credit-cleared' as const),
    services: fc.array(anyService, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom('power-limit' as const, 'phase-power-unbalance-limit' as const),
    limit: fc.nat({ max: 18_201_624 }).map(watts),
  }),
  fc.constantFrom<TokenEffect>(
    { kind: 'tamper-cleared' },
    { kind: 'key-changed' },
    { kind: 'key-section', missing: [2] },
    { kind: 'tests', shown: [{ number: 5, label: 'TI', value: '07' }] },
    { kind: 'locked', remaining: milliseconds(1_280_000) },
  ),
);

const told: readonly [string, TokenEffect][] = [
  ['ACCEPTED +25.6 kWh', { kind: 'credit', service: 0, units: 256n }],
  ['ACCEPTED +0.5 m3', { kind: 'credit', service: 1, units: 5n }],
  ['ACCEPTED +1.23456', { kind: 'credit', service: 4, units: 123_456n }],
  ['ACCEPTED -1.00000', { kind: 'credit', service: 4, units: -100_000n }],
  ['ACCEPTED', { kind: 'credit', service: 4, units: 10n ** 30n }],
  ['CREDIT CLEARED', { kind: 'credit-cleared', services: [0] }],
  ['LIMIT 5000 W', { kind: 'power-limit', limit: watts(5000) }],
  ['UNBALANCE 18201624 W', { kind: 'phase-power-unbalance-limit', limit: watts(18_201_624) }],
  ['TAMPER CLEARED', { kind: 'tamper-cleared' }],
  ['KEY CHANGED', { kind: 'key-changed' }],
];

test.each(told)('an accepted token says what it did: %s', (short, effect) => {
  const message = tokenMessage({ result: 'Accept', effect });
  expect(message.short).toBe(short);
  expect(message.sentence).toMatch(/^Token accepted\. [A-Z0-9].*\.$/);
});

test.each([
  ['CRCError', 10_000, 'REJECTED: WAIT 10 s', 'Wait 10 seconds before you enter a token.'],
  // 39.001 s: the fortieth second has begun.
  ['LockedOut', 39_001, 'LOCKED: WAIT 40 s', 'Wait 40 seconds before you enter a token.'],
] as const)('%s with %i ms left reads %s', (result, remaining, short, wait) => {
  const effect = { kind: 'locked', remaining: milliseconds(remaining) } as const;
  const message = tokenMessage({ result, effect });
  expect(message.short).toBe(short);
  expect(message.sentence).toMatch(/^(This token is not|Too many wrong)/);
  expect(message.sentence.endsWith(wait)).toBe(true);
});

test('a meter for another service shows its register', () => {
  const water = inventedMeter('07', {
    registers: [{ service: 1, credit: 123n }],
    settings: WATER,
  });
  expect(atKeypad().display(water)).toMatchObject({ primary: '12.3 m3', secondary: 'CREDIT' });
  const none = inventedMeter('07', { registers: [] });
  expect(atKeypad().display(none).primary).toBe('NO SERVICE');
});

test('credit of another service shows the register of that service', () => {
  const both = inventedMeter('07', { registers: [{ service: 0 }, { service: 1, credit: 123n }] });
  const person = atKeypad();
  person.type(TOKEN);
  person.outcome({
    result: 'Accept',
    writes: [],
    effect: { kind: 'credit', service: 1, units: 100n },
  });
  expect(person.display(both)).toMatchObject({
    primary: 'ACCEPTED +10.0 m3',
    secondary: 'CREDIT 12.3 m3',
  });
});

const anyEvent: fc.Arbitrary<KeypadEvent> = fc
  .tuple(
    fc.oneof(
      {
        weight: 20,
        arbitrary: fc.record({
          kind: fc.constant('digit' as const),
          digit: fc.constantFrom(...'0123456789'),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('digit' as const), digit: fc.string() }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom(
            'backspace' as const,
            'enter' as const,
            'hold-enter' as const,
            'switch' as const,
            'clear' as const,
            'info' as const,
            'tick' as const,
          ),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('outcome' as const),
          outcome: fc.record({
            result: fc.constantFrom(...(Object.keys(SHORT_TEXTS) as TokenResult[])),
            writes: fc.constant([]),
            effect: anyEffect,
          }),
        }),
      },
    ),
    fc.nat({ max: 1e12 }).map(instant),
  )
  .map(([event, now]) => ({ ...event, now }));

test('no keys in any order at any time break the keypad or overflow the display', () => {
  const full = {
    ...memory,
    creditRegister: wattHours(9_999_999_900),
    totalEnergyConsumed: wattHours(2 ** 50),
    otherRegisters: inventedMeter('07', {
      registers: [
        { service: 0 },
        { service: 1, credit: 99_999_999n },
        { service: 4, credit: -(10n ** 36n) },
      ],
    }).otherRegisters,
  };
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 100 }), (events) => {
      let state = KEYPAD_IDLE;
      for (const event of events) {
        const step = applyKeypadEvent(state, event);
        state = step.state;
        // Plain data, and a machine that tries at most one token per key.
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        expect(step.effects.length).toBeLessThanOrEqual(1);
        for (const effect of step.effects) {
          if (effect.kind === 'try-token') expect(effect.digits).toMatch(/^\d{4,20}$/);
        }
        const display = displayOf({ ...faceFacts(full), keypad: state, buzzer: true });
        expect(display.primary.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
        expect(display.secondary.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
        expect(display.sentence).not.toBe('');
        expect(display.digitCount).toBeLessThanOrEqual(20);
        expect(display.icons.accept && display.icons.reject).toBe(false);
      }
    }),
  );
});
