/** The unit indoors of a split meter: pairing, the link, the battery, and a token that waits. */
import {
  ANSWER_AWAITED,
  applyUnitEvent,
  type CustomerInterfaceUnit,
  displayOfUnit,
  newCustomerInterfaceUnit,
  type UnitEvent,
  type UnitRequest,
} from '@wattvend/meter/customer-interface-unit.js';
import { displayOf } from '@wattvend/meter/display.js';
import { KEYPAD_IDLE, RESULT_SHOWN } from '@wattvend/meter/keypad.js';
import { DISPLAY_WIDTH } from '@wattvend/meter/services.js';
import { instant } from '@wattvend/quantities/time.js';
import { makeDrn, meterPanFromDrn } from '@wattvend/sts/meter-pan.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faceFacts, meterFor } from './invented-facts.ts';

const TOKEN = '12345678901234567890';
const OTHER = '09876543210987654321';
const DRN = makeDrn('12', '34567890');
const PAN = meterPanFromDrn(DRN);
const METER = meterFor('electricity', 'energy', { credit: 123n });
const STATUS = displayOf({ ...faceFacts(METER), keypad: KEYPAD_IDLE, buzzer: false });

type Unclocked<E> = E extends unknown ? Omit<E, 'now'> : never;

/** A person indoors; the clock stands still unless told. */
function indoors(start: Partial<CustomerInterfaceUnit> = {}) {
  let unit: CustomerInterfaceUnit = { ...newCustomerInterfaceUnit('default'), ...start };
  let now = 1_000_000;
  const requests: UnitRequest[] = [];
  const happens = (event: Unclocked<UnitEvent>) => {
    const step = applyUnitEvent(unit, { ...event, now: instant(now) } as UnitEvent);
    unit = step.unit;
    requests.push(...step.requests);
  };
  return {
    requests,
    happens,
    press: (kind: 'enter' | 'clear' | 'tick' | 'info' | 'backspace') => happens({ kind }),
    type: (digits: string) => {
      for (const digit of digits) happens({ kind: 'digit', digit });
    },
    wait: (span: number) => {
      now += span;
      happens({ kind: 'tick' });
    },
    display: () => displayOfUnit(unit),
    unit: () => unit,
  };
}

const PAIRED = { pairedWith: PAN, link: 'good', isSupplied: true, known: STATUS } as const;

describe('pairing', () => {
  test('999, ENTER, the number on the meter, ENTER; the measuring unit has the last word', () => {
    const person = indoors();
    expect(person.display().primary).toBe('NOT PAIRED');
    person.type('999');
    person.press('enter');
    expect(person.display().secondary).toBe('METER NUMBER?');
    person.type(DRN);
    expect(person.display()).toMatchObject({ primary: DRN, digitCount: 11 });
    person.press('enter');
    expect(person.requests).toEqual([{ kind: 'pair', meterPan: PAN }]);
    expect(person.unit().pairedWith).toBe(null);
    person.happens({ kind: 'paired', meterPan: PAN });
    expect(person.display().primary).toBe('PAIRED');
    expect(person.unit()).toMatchObject({ pairedWith: PAN, link: 'good' });
  });

  test('a wrong digit is found here, without a request', () => {
    const person = indoors();
    person.type('999');
    person.press('enter');
    person.type(`${DRN.slice(0, -1)}${(Number(DRN.at(-1)) + 1) % 10}`);
    person.press('enter');
    expect(person.display().primary).toBe('WRONG METER NUMBER');
    expect(person.requests).toEqual([]);
  });

  test('clear ends it, and so do twenty seconds without a key', () => {
    for (const end of ['clear', 'time'] as const) {
      const person = indoors();
      person.type('999');
      person.press('enter');
      person.type('1');
      if (end === 'clear') person.press('clear');
      else person.wait(20_000);
      expect(person.unit().pairing).toBe(null);
    }
  });

  test('another meter takes over neither what was known nor the token that waits', () => {
    const person = indoors({ ...PAIRED, link: 'lost', keptToken: TOKEN });
    const pan = meterPanFromDrn(makeDrn('12', '00000001'));
    person.happens({ kind: 'paired', meterPan: pan });
    person.wait(RESULT_SHOWN);
    expect(person.unit()).toMatchObject({ pairedWith: pan, known: null, keptToken: null });
    expect(person.requests).toEqual([]);
  });

  test('the same meter again keeps both', () => {
    const person = indoors({ ...PAIRED, link: 'lost', keptToken: TOKEN });
    person.happens({ kind: 'paired', meterPan: PAN });
    person.wait(RESULT_SHOWN);
    expect(person.requests).toEqual([{ kind: 'try-token', digits: TOKEN }]);
  });
});

describe('with a link', () => {
  test('a token is handed over and its answer shown', () => {
    const person = indoors(PAIRED);
    expect(person.display()).toMatchObject({ primary: '12.300 kWh', secondary: 'CREDIT' });
    person.type(TOKEN);
    expect(person.requests).toEqual([{ kind: 'try-token', digits: TOKEN }]);
    person.happens({ kind: 'outcome', outcome: { result: 'UsedError' } });
    expect(person.display()).toMatchObject({ primary: 'USED', icons: { reject: true } });
    expect(person.unit()).toMatchObject({ askedAt: null, keptToken: null });
  });

  test('other keys and codes are handed over, too', () => {
    const person = indoors(PAIRED);
    person.happens({ kind: 'hold-enter' });
    person.happens({ kind: 'switch' });
    person.type('061');
    person.press('enter');
    expect(person.display().secondary).toBe('PLEASE WAIT');
    const texts = { primary: '1.000 kWh', secondary: '061 TOTAL USED', sentence: 'Total used.' };
    person.happens({ kind: 'reading', code: '060', texts: { ...texts, primary: 'late' } });
    expect(person.display().secondary).toBe('PLEASE WAIT');
    person.happens({ kind: 'reading', code: '061', texts });
    expect(person.display()).toMatchObject(texts);
    expect(person.requests).toEqual([
      { kind: 'select-emergency' },
      { kind: 'press-switch' },
      { kind: 'read-code', code: '061' },
    ]);
  });

  test('while the supply is off it works on its battery, until that is empty', () => {
    const person = indoors(PAIRED);
    person.happens({ kind: 'supply', isOn: false });
    person.happens({ kind: 'battery', battery: 'low' });
    expect(person.display().secondary).toBe('BATTERY LOW');
    person.type(TOKEN);
    expect(person.requests).toHaveLength(1);
    person.happens({ kind: 'outcome', outcome: { result: 'OldError' } });
    person.happens({ kind: 'battery', battery: 'empty' });
    expect(person.display().primary).toBe('');
    person.type('12');
    expect(person.display().digitCount).toBe(0);
    person.happens({ kind: 'supply', isOn: true });
    expect(person.display().secondary).toBe('NO LINK');
  });
});

describe('without a link', () => {
  const LOST = { ...PAIRED, link: 'lost' } as const;

  test('the last known credit is shown as not certain', () => {
    const person = indoors(PAIRED);
    person.happens({ kind: 'link', link: 'lost' });
    expect(person.display()).toMatchObject({
      primary: '12.300 kWh',
      secondary: 'NO LINK',
      icons: { link: 'lost' },
    });
    expect(person.display().sentence).toContain('Last known: Credit 12.300 kilowatt-hours.');
  });

  test('one token is kept, untried, and handed over when the link is back', () => {
    const person = indoors(LOST);
    person.type(TOKEN);
    expect(person.display().primary).toBe('NO LINK: TOKEN KEPT');
    expect(person.requests).toEqual([]);
    person.wait(RESULT_SHOWN);
    expect(person.display().secondary).toBe('NO LINK: 1 TOKEN WAITS');
    person.happens({ kind: 'link', link: 'good' });
    expect(person.requests).toEqual([{ kind: 'try-token', digits: TOKEN }]);
    expect(person.unit().keptToken).toBe(null);
    person.happens({ kind: 'outcome', outcome: { result: 'Accept' } });
    expect(person.display().primary).toBe('ACCEPTED');
  });

  test('a second one is not kept, and says so; the same again is no second one', () => {
    const person = indoors({ ...LOST, keptToken: TOKEN });
    person.type(OTHER);
    expect(person.display().primary).toBe('ONE TOKEN WAITS ALREADY');
    expect(person.unit().keptToken).toBe(TOKEN);
    person.wait(RESULT_SHOWN);
    person.type(TOKEN);
    expect(person.display().primary).toBe('NO LINK: TOKEN KEPT');
  });

  test('clear forgets it', () => {
    const person = indoors({ ...LOST, keptToken: TOKEN });
    person.press('clear');
    expect(person.unit().keptToken).toBe(null);
    expect(person.display().primary).toBe('TOKEN FORGOTTEN');
  });

  test('it waits for the end of an entry, and the entry goes first', () => {
    const person = indoors({ ...LOST, keptToken: TOKEN });
    person.type(OTHER.slice(0, 19));
    person.happens({ kind: 'link', link: 'good' });
    expect(person.requests).toEqual([]);
    person.type(OTHER.slice(19));
    person.happens({ kind: 'outcome', outcome: { result: 'Accept' } });
    expect(person.display().primary).toBe('ACCEPTED');
    person.wait(RESULT_SHOWN);
    expect(person.requests.map((request) => 'digits' in request && request.digits)).toEqual([
      OTHER,
      TOKEN,
    ]);
  });

  test('other keys say that there is no link', () => {
    const person = indoors(LOST);
    person.happens({ kind: 'switch' });
    expect(person.display().primary).toBe('NO LINK');
    expect(person.requests).toEqual([]);
  });
});

test.each(['link', 'silence', 'dark'] as const)(
  'a token without an answer (%s) is kept and handed over once more',
  (how) => {
    const person = indoors(PAIRED);
    person.type(TOKEN);
    if (how === 'link') person.happens({ kind: 'link', link: 'lost' });
    if (how === 'silence') {
      person.wait(ANSWER_AWAITED - 1);
      expect(person.unit().keptToken).toBe(null);
      person.wait(1);
    }
    if (how === 'dark') {
      person.happens({ kind: 'battery', battery: 'empty' });
      person.happens({ kind: 'supply', isOn: false });
      person.happens({ kind: 'supply', isOn: true });
    }
    expect(person.unit()).toMatchObject({ keptToken: TOKEN, link: 'lost' });
    person.wait(RESULT_SHOWN);
    person.happens({ kind: 'link', link: 'good' });
    expect(person.requests).toEqual([
      { kind: 'try-token', digits: TOKEN },
      { kind: 'try-token', digits: TOKEN },
    ]);
  },
);

const anyEvent = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom(...'0123456789').map((digit) => ({ kind: 'digit', digit })),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('enter', 'hold-enter', 'switch', 'clear', 'info', 'backspace', 'tick')
      .map((kind) => ({ kind })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      { kind: 'link', link: 'good' },
      { kind: 'link', link: 'lost' },
      { kind: 'supply', isOn: false },
      { kind: 'supply', isOn: true },
      { kind: 'battery', battery: 'low' },
      { kind: 'battery', battery: 'empty' },
      { kind: 'status', display: STATUS },
      { kind: 'outcome', outcome: { result: 'Accept' } },
      { kind: 'paired', meterPan: PAN },
      { kind: 'answer', message: { short: 'YES', sentence: 'Yes.' } },
    ),
  },
);

test('nothing in any order breaks it, holds a key, or overflows the display', () => {
  const anyStory = fc.array(fc.tuple(anyEvent, fc.nat({ max: 15_000 })), { maxLength: 150 });
  fc.assert(
    fc.property(anyStory, (story) => {
      const person = indoors(PAIRED);
      for (const [event, span] of story) {
        const before = person.requests.length;
        person.wait(span);
        person.happens(event as Unclocked<UnitEvent>);
        const unit = person.unit();
        expect(JSON.parse(JSON.stringify(unit))).toEqual(unit);
        expect(JSON.stringify(unit)).not.toContain(METER.decoderKey);
        const { primary, secondary, sentence } = person.display();
        expect(primary.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
        expect(secondary.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
        expect(sentence).not.toBe('');
        // What is being tried is not kept beside, and only while it is tried an answer is awaited.
        expect(unit.askedAt !== null).toBe(unit.keypad.kind === 'trying');
        expect(person.requests.length - before).toBeLessThanOrEqual(2);
      }
    }),
  );
});
