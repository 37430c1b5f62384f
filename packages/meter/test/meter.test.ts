/** The whole meter: what a customer, an installer and a utility do with one. */
import { accountUnits, measuredUnits, unitPrice } from '@wattvend/meter/account-units.js';
import { SINGLE_RATE_TARIFF } from '@wattvend/meter/meter-tariff.js';
import type { MeterSettings } from '@wattvend/meter/settings.js';
import { COMMERCIAL, RESIDENTIAL, TIME, WATER } from '@wattvend/meter/settings-profiles.js';
import { tenthKwh, watts } from '@wattvend/quantities/energy.js';
import { instant } from '@wattvend/quantities/time.js';
import { describe, expect, test } from 'vitest';
import { creditToken, inventedMeter, minute, NOON, tokenFor } from './invented-meter.ts';
import { drawing, MeterStory } from './meter-story.ts';

// Of class 0: the two bits of the class travel in clear.
const WRONG = '12345678901634567918';

function story(settings: Partial<MeterSettings> = {}, credit = 0n): MeterStory {
  return new MeterStory(
    inventedMeter('07', {
      settings: { ...RESIDENTIAL, ...settings },
      registers: [{ service: 0, credit }],
    }),
  );
}

function accounting(changes: Partial<MeterSettings['accounting']>): Partial<MeterSettings> {
  return { accounting: { ...RESIDENTIAL.accounting, ...changes } };
}

describe('credit and supply', () => {
  test('a new meter is dark; a token by hand lights it; what is used is taken off', () => {
    const meter = story();
    expect(meter.supply).toBe('credit');
    expect(meter.types(creditToken(meter.memory, 1, tenthKwh(10)))).toBe('Accept');
    expect(meter.supply).toBe('closed by credit');
    // 500 W for an hour of 1 kWh.
    meter.passes(3600, drawing(500));
    expect(meter.memory.creditRegister).toBe(500);
    expect(meter.isBalanced).toBe(true);
  });

  test('the customer uses exactly the credit that was left, however long the span', () => {
    const meter = story({}, 10n);
    // 1000 Wh at 2000 W last 1800 s.
    const { supplied } = meter.passes(86_400, drawing(2000));
    expect(supplied).toEqual({ units: 1000, lasted: 1_800_000 });
    expect(meter.memory.creditRegister).toBe(0);
    expect(meter.supply).toBe('credit');
    expect(meter.logged).toContain('credit-exhausted');
    expect(meter.logged).toContain('switch-opened credit');
  });

  test('what was kept is what the meter knows, after every kind of event', () => {
    const meter = story({}, 100n);
    meter.passes(3600, drawing(1500));
    meter.token(creditToken(meter.memory, 1));
    meter.passes(10, drawing(1500));
    meter.powerOff();
    expect(meter.kept).toEqual(meter.memory);
  });
});

describe('emergency credit', () => {
  const emergency = {
    limit: accountUnits(2_000),
    threshold: accountUnits(0),
    needsConfirmation: true,
  };

  test('the customer asks for it with three seconds on ENTER, uses it and pays it back', () => {
    const meter = story(accounting({ emergency }), 10n);
    meter.passes(3600, drawing(1000));
    expect(meter.supply).toBe('credit');
    meter.key({ kind: 'hold-enter' });
    expect(meter.supply).toBe('closed by emergency');
    // The limit of 2000 Wh at 1000 W lasts two hours.
    const { supplied } = meter.passes(3 * 3600, drawing(1000));
    expect(supplied).toEqual({ units: 2000, lasted: 7_200_000 });
    expect(meter.memory.creditRegister).toBe(-2000);
    expect(meter.supply).toBe('credit');
    expect(meter.command({ kind: 'select-emergency-credit' })).toBe('emergency-credit-used');
    meter.token(creditToken(meter.memory, 1, tenthKwh(50)));
    expect(meter.memory.creditRegister).toBe(3000);
    expect(meter.supply).toBe('closed by credit');
    expect(meter.memory.accounting.emergency).toEqual({ status: 'enabled', totalUsed: 2000 });
  });

  test('it is refused while it is not needed, and on a meter that has none', () => {
    const meter = story(accounting({ emergency }), 10n);
    expect(meter.command({ kind: 'select-emergency-credit' })).toBe('emergency-credit-not-needed');
    expect(story().command({ kind: 'select-emergency-credit' })).toBe('no-emergency-credit');
  });
});

test('friendly hours: no cut at night, and the cut at their end', () => {
  const friendly = {
    windows: [{ weekdays: [0, 1, 2, 3, 4, 5, 6], fromMinute: 18 * 60, untilMinute: 6 * 60 }],
    onSpecialDays: false,
  };
  // NOON is 2027-01-15T08:00Z; the credit of 1 kWh at 1 kW ends at 18:30.
  const meter = story(accounting({ friendly }), 10n);
  meter.passes(9.5 * 3600);
  meter.passes(3600, drawing(1000));
  expect(meter.memory.creditRegister).toBe(0);
  expect(meter.supply).toBe('closed by friendly');
  // Until 06:00, eleven hours and a half, and then nothing.
  const { supplied } = meter.passes(23 * 3600, drawing(1000));
  expect(supplied?.units).toBe(11_500);
  expect(meter.memory.creditRegister).toBe(-11_500);
  expect(meter.supply).toBe('credit');
});

test('life-line: a little power instead of none, and a trip for whoever takes more', () => {
  const meter = story(accounting({ lifeline: watts(100) }), 1n);
  meter.passes(3600, drawing(100));
  expect(meter.supply).toBe('closed by lifeline');
  meter.passes(3600, drawing(60));
  expect(meter.memory.creditRegister).toBe(-60);
  meter.passes(31, drawing(500));
  expect(meter.supply).toBe('overload');
});

describe('overload', () => {
  test('trips, waits, tries again, and is held after five trips until a key is pressed', () => {
    const meter = story({}, 10_000n);
    meter.passes(29, drawing(15_000));
    expect(meter.supply).toBe('closed by credit');
    meter.passes(1, drawing(15_000));
    expect(meter.supply).toBe('overload');
    meter.passes(60, drawing(15_000));
    expect(meter.supply).toBe('closed by credit');
    meter.passes(4 * 90, drawing(15_000));
    expect(meter.supply).toBe('overload');
    meter.passes(86_400, drawing(15_000));
    expect(meter.supply).toBe('overload');
    expect(meter.memory.supply.overload.status).toBe('held');
    meter.key({ kind: 'switch' });
    meter.passes(10, drawing(1000));
    expect(meter.supply).toBe('closed by credit');
    // Once more too much, and it is held at once.
    meter.passes(30, drawing(15_000));
    expect(meter.memory.supply.overload.status).toBe('held');
    expect(meter.logged.filter((line) => line.startsWith('overload-trip'))).toHaveLength(6);
  });

  test('on a life-line neither pauses nor the key give more than its power for long', () => {
    const meter = story(accounting({ lifeline: watts(500) }), 1n);
    meter.passes(720, drawing(500));
    let wattSeconds = 0;
    for (let time = 0; time < 86_400; time += 30) {
      const isClosed = meter.supply.startsWith('closed');
      meter.passesFor(29_999, drawing(13_000));
      meter.passesFor(1, drawing(0));
      if (isClosed) wattSeconds += 13_000 * 30;
      meter.key({ kind: 'switch' });
      if (meter.supply === 'key') meter.key({ kind: 'switch' });
    }
    // 500 W for a day are 12 kWh.
    expect(wattSeconds / 3_600_000).toBeLessThan(12);
  });

  test('a limit token takes the place of the limit the meter came with', () => {
    const meter = story({}, 10_000n);
    const limit = tokenFor(meter.memory, {
      tokenClass: 2,
      subclass: 0,
      name: 'setMaximumPowerLimit',
      ...minute(1),
      maximumPowerLimit: watts(1000),
    });
    expect(meter.token(limit)).toBe('Accept');
    meter.passes(30, drawing(1001));
    expect(meter.supply).toBe('overload');
  });

  test('three phases: the unbalance of phases trips under its own name', () => {
    const meter = story(COMMERCIAL, 10_000n);
    const limit = tokenFor(meter.memory, {
      tokenClass: 2,
      subclass: 6,
      name: 'setMaximumPhasePowerUnbalanceLimit',
      ...minute(1),
      maximumPhasePowerUnbalanceLimit: watts(2000),
    });
    meter.token(limit);
    meter.passes(30, drawing(5000, 5000, 2999));
    expect(meter.supply).toBe('unbalance');
  });
});

describe('tamper', () => {
  function clearTamper(meter: MeterStory, at: number): string | undefined {
    return meter.token(
      tokenFor(meter.memory, {
        tokenClass: 2,
        subclass: 5,
        name: 'clearTamperCondition',
        ...minute(at),
        padding: 0,
      }),
    );
  }

  test('an opened cover opens the supply until a ClearTamperCondition token', () => {
    const meter = story({}, 100n);
    meter.sensor('terminal-cover', true);
    meter.passes(1.9, drawing(100));
    expect(meter.supply).toBe('closed by credit');
    meter.passes(0.1, drawing(100));
    expect(meter.supply).toBe('tamper');
    meter.sensor('terminal-cover', false);
    meter.passes(60, drawing(100));
    expect(meter.supply).toBe('tamper');
    meter.powerOff();
    meter.powerOn();
    expect(meter.supply).toBe('tamper');
    expect(clearTamper(meter, 1)).toBe('Accept');
    meter.passes(60, drawing(100));
    expect(meter.supply).toBe('closed by credit');
    expect(meter.memory.isTampered).toBe(false);
    expect(meter.logged).toContain('tamper-began terminal-cover');
  });

  test('a token does not clear what still stands', () => {
    const meter = story({}, 100n);
    meter.sensor('magnet', true);
    meter.passes(5);
    clearTamper(meter, 1);
    meter.passes(5);
    expect(meter.supply).toBe('tamper');
  });

  test('energy that flows backwards is counted forwards and told', () => {
    const meter = story({}, 100n);
    meter.passes(3600, drawing(-1000));
    expect(meter.memory.creditRegister).toBe(9000);
    expect(meter.memory.tamper.kept).toContain('reverse-energy');
    expect(meter.supply).toBe('closed by credit');
  });

  test('energy behind an open switch is charged and ends in a fault', () => {
    const meter = story();
    meter.passes(3600, { ...drawing(0), powerBehindOpenSwitch: 1000 });
    expect(meter.supply).toBe('welded');
    expect(meter.memory.creditRegister).toBe(-1000);
    expect(meter.logged).toContain('switch-welded');
  });
});

describe('the utility from afar', () => {
  test('disconnect, reconnect for the customer to confirm', () => {
    const meter = story({}, 100n);
    expect(meter.command({ kind: 'disconnect' })).toBe('done');
    expect(meter.supply).toBe('remote');
    expect(meter.command({ kind: 'reconnect', needsKey: true })).toBe('done');
    expect(meter.supply).toBe('remote');
    meter.key({ kind: 'switch' });
    expect(meter.supply).toBe('closed by credit');
  });

  test('a decommissioned meter holds its switch open and keeps its credit', () => {
    const meter = story({}, 100n);
    expect(meter.command({ kind: 'decommission' })).toBe('done');
    expect(meter.supply).toBe('not-commissioned');
    expect(meter.command({ kind: 'decommission' })).toBe('not-commissioned');
    expect(meter.command({ kind: 'commission' })).toBe('done');
    expect(meter.supply).toBe('closed by credit');
    expect(meter.command({ kind: 'commission' })).toBe('already-commissioned');
  });

  test('a passive tariff takes over at its time, in the middle of a span', () => {
    const meter = story({}, 100n);
    const two = { ...SINGLE_RATE_TARIFF, name: 'TWO', rates: [rate('A'), rate('B')] };
    const tariff = { ...two, days: [{ switches: [{ minute: 0, rate: 1 }] }] };
    const activateAt = instant(NOON + 1_800_000);
    expect(meter.command({ kind: 'set-passive-tariff', tariff, activateAt })).toBe('done');
    meter.passes(3600, drawing(1000));
    expect(meter.memory.accounting.tariff.name).toBe('TWO');
    expect(meter.memory.accounting.measuredByRate).toEqual([500, 500]);
  });

  test('commands that cannot be are refused by name and change nothing', () => {
    const meter = story({}, 100n);
    const before = meter.memory;
    expect(meter.command({ kind: 'activate-tariff' })).toBe('no-passive-tariff');
    expect(
      meter.command({
        kind: 'set-passive-tariff',
        tariff: { ...SINGLE_RATE_TARIFF, rates: [] },
        activateAt: NOON,
      }),
    ).toBe('tariff-invalid');
    expect(meter.command({ kind: 'remove-charge', name: 'RENT' })).toBe('charge-unknown');
    expect(meter.command({ kind: 'set-prices', schedule: [] })).toBe('currency-mode-only');
    expect(meter.memory).toEqual(before);
  });
});

describe('an account of money', () => {
  const settings = { ...RESIDENTIAL, ...accounting({ mode: 'currency' }) };
  const tariff = { ...SINGLE_RATE_TARIFF, rates: [{ name: 'ALL', prices: [unitPrice(150_000)] }] };

  function moneyStory(credit: bigint): MeterStory {
    return new MeterStory(
      inventedMeter('11', { settings, tariff, registers: [{ service: 4, credit }] }),
    );
  }

  test('one and a half of the currency a kWh', () => {
    const meter = moneyStory(1_000_000n);
    meter.passes(3600, drawing(2000));
    // 2 kWh at 1.50000 of 10.00000.
    expect(meter.memory.otherRegisters[0]?.credit).toBe(700_000n);
    expect(meter.isBalanced).toBe(true);
  });

  test('a price told from afar holds from its time', () => {
    const meter = moneyStory(1_000_000n);
    const from = instant(NOON + 1_800_000);
    const schedule = [{ from, price: unitPrice(300_000) }];
    expect(meter.command({ kind: 'set-prices', schedule })).toBe('done');
    meter.passes(3600, drawing(2000));
    // 1 kWh at 1.5 and 1 kWh at 3.
    expect(meter.memory.otherRegisters[0]?.credit).toBe(550_000n);
  });

  test('a debt is collected at midnight until it is paid', () => {
    const meter = moneyStory(1_000_000n);
    const charge = {
      name: 'DEBT',
      kind: 'debt',
      perDay: accountUnits(40_000),
      proportion: 0,
      remaining: accountUnits(100_000),
    } as const;
    expect(meter.command({ kind: 'set-charge', charge })).toBe('done');
    meter.passes(5 * 86_400);
    expect(meter.memory.otherRegisters[0]?.credit).toBe(900_000n);
    expect(meter.memory.accounting.charges).toMatchObject([
      { remaining: 0, totalCollected: 100_000 },
    ]);
  });
});

describe('other services', () => {
  test('water: a valve and cubic metres', () => {
    const meter = new MeterStory(
      inventedMeter('07', { settings: WATER, registers: [{ service: 1, credit: 10n }] }),
    );
    // 1 m³ at 500 dm³ an hour.
    const { supplied } = meter.passes(86_400, drawing(500));
    expect(supplied).toEqual({ units: 1000, lasted: 7_200_000 });
    expect(meter.supply).toBe('credit');
    expect(meter.memory.accounting.measuredByRate).toEqual([measuredUnits(1000)]);
  });

  test('time: minutes of use', () => {
    const meter = new MeterStory(
      inventedMeter('07', { settings: TIME, registers: [{ service: 3, credit: 100n }] }),
    );
    const { supplied } = meter.passes(3600, drawing(3600));
    // Ten minutes.
    expect(supplied).toEqual({ units: 600, lasted: 600_000 });
    expect(meter.supply).toBe('credit');
  });
});

describe('power', () => {
  test('without power a token is not looked at', () => {
    const meter = story();
    meter.powerOff();
    expect(meter.token(creditToken(meter.memory, 1))).toBe('NotReady');
    meter.powerOn();
    expect(meter.token(creditToken(meter.memory, 1))).toBe('Accept');
  });

  test('after an outage the supply comes back with a delay by chance', () => {
    const meter = story({}, 100n);
    meter.powerOff();
    expect(meter.supply).toBe('no-power');
    meter.powerOn(65_535);
    expect(meter.supply).toBe('delay');
    meter.passes(30);
    expect(meter.supply).toBe('closed by credit');
    expect(meter.logged).toContain('power-failed');
    expect(meter.logged).toContain('power-returned');
  });

  test('what is too little for a register survives it, so that switching is no discount', () => {
    const meter = story({}, 100n);
    for (let time = 0; time < 50; time++) {
      // 20 W for 160 s are 0.889 Wh.
      meter.passes(160, drawing(20));
      meter.powerOff();
      meter.powerOn();
    }
    // 50 times 0.889 Wh are 44.4 Wh.
    expect(meter.memory.creditRegister).toBe(10_000 - 44);
  });

  test('a clock that was years ahead and is set right stops neither days nor billing periods', () => {
    const meter = story({}, 100n);
    meter.passes(60, drawing(100));
    const { day } = meter.memory.accounting;
    const ahead = instant(meter.now + 20 * 365 * 86_400_000);
    const right = meter.now;
    meter.now = ahead;
    meter.happens({ kind: 'clock-set', before: right });
    meter.passes(60, drawing(100));
    meter.now = instant(right + 120_000);
    meter.happens({ kind: 'clock-set', before: instant(ahead + 60_000) });
    meter.passes(86_400, drawing(100));
    expect(meter.memory.accounting.day).toBe((day ?? 0) + 1);
  });

  test('an entry does not survive it', () => {
    const meter = story();
    for (const digit of '123456') meter.key({ kind: 'digit', digit });
    expect(meter.display.digitCount).toBe(6);
    meter.powerOff();
    meter.powerOn();
    expect(meter.display.digitCount).toBe(0);
  });
});

describe('lock-out', () => {
  test('it counts all carriers together, and only the time the meter runs', () => {
    const meter = story();
    meter.types(WRONG);
    meter.token(WRONG, 'remote');
    meter.token(WRONG, 'card');
    const good = creditToken(meter.memory, 1);
    expect(meter.token(good)).toBe('LockedOut');
    meter.powerOff();
    meter.now = instant(meter.now + 3_600_000);
    meter.powerOn();
    expect(meter.types(good)).toBe('LockedOut');
    meter.passes(9.9);
    expect(meter.token(good)).toBe('LockedOut');
    meter.passes(0.1);
    expect(meter.token(good)).toBe('Accept');
  });
});

function rate(name: string) {
  return { name, prices: [unitPrice(0)] };
}
