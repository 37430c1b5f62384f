/** Short codes: every code of every profile, on every kind of meter. */

import { formatCurrencyFloor } from '@wattvend/meter/account-text.js';
import { accountUnits, measuredUnits } from '@wattvend/meter/account-units.js';
import { displayOf } from '@wattvend/meter/display.js';
import type { FaceFacts } from '@wattvend/meter/face-facts.js';
import { KEYPAD_IDLE } from '@wattvend/meter/keypad.js';
import type { MeterMemory } from '@wattvend/meter/memory.js';
import { DISPLAY_WIDTH } from '@wattvend/meter/services.js';
import { shortCodeProfile } from '@wattvend/meter/short-code.js';
import { TOKEN_RESULTS, type TokenResult } from '@wattvend/meter/token-result.js';
import { wattHours, watts } from '@wattvend/quantities/energy.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventedMeter } from '../invented-meter.ts';
import { COMMODITIES, faceFacts, meterFor } from './invented-facts.ts';

const PROFILES = ['default', 'lg', 'hexing', 'conlog'] as const;

function read(facts: FaceFacts, code: string, profile: (typeof PROFILES)[number] = 'default') {
  return shortCodeProfile(profile)
    .codes.find((row) => row.code === code)
    ?.read(facts);
}

describe('money', () => {
  test.each([
    // Hundred-thousandths: 123 999 is 1.23999.
    [123_999n, 'R', 'R 1.23'],
    [0n, 'R', 'R 0.00'],
    [999n, 'R', 'R 0.00'],
    [1_000n, 'KSh', 'KSh 0.01'],
    [100_000n, '', '1.00'],
    // Down is away from zero below it: a debt is never shown as less than it is.
    [-1n, 'R', 'R -0.01'],
    [-1_000n, 'R', 'R -0.01'],
    [-1_001n, 'R', 'R -0.02'],
    [-123_999n, 'R', 'R -1.24'],
  ])('%i hundred-thousandths are shown as %s %s', (units, symbol, expected) => {
    expect(formatCurrencyFloor(units, symbol)).toBe(expected);
  });

  test('what is shown is never more than there is, and less than a hundredth less', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (units) => {
        const shown = BigInt(formatCurrencyFloor(units, '').replace('.', '')) * 1000n;
        expect(shown <= units && units - shown < 1000n).toBe(true);
      }),
    );
  });
});

test('in currency mode the display shows money, and a code all its places', () => {
  const facts = faceFacts(meterFor('electricity', 'currency', { credit: 123_999n }));
  expect(displayOf({ ...facts, keypad: KEYPAD_IDLE, buzzer: false })).toMatchObject({
    primary: 'R 1.23',
    sentence: 'Credit R 1.23. The supply is on.',
  });
  expect(read(facts, '002')).toBe('R 1.23');
  expect(read(facts, '059')).toBe('R 1.23999');
});

describe('values', () => {
  const base = meterFor('electricity', 'energy', { credit: 5n });
  const memory: MeterMemory = {
    ...base,
    totalEnergyConsumed: wattHours(61_234),
    maximumPowerLimit: watts(5_000),
    accounting: {
      ...base.accounting,
      usedByDay: [1, 20, 300, 0, 0, 0, 0, 4_000].map(accountUnits),
      measuredByRate: [measuredUnits(1_500), measuredUnits(2)],
    },
    lastCredit: {
      service: 0,
      units: 256n,
      tokenIdentifier: tokenIdentifier(6_000_123),
      // 1 800 000 000 s are 2027-01-15 08:00:00 UTC: 20 833 days and 28 800 s; 2027-01-01 is day 20 819.
      enteredAt: instant(1_800_000_000_000),
    },
    supply: { ...base.supply, demand: { ...base.supply.demand, maximum: watts(777) } },
    tamper: { active: ['magnet'], kept: ['bypass', 'magnet'] },
  };
  const phases = [{ power: 690, voltage: 2301, current: 3_049 }];
  const facts = faceFacts(memory, {
    power: 690,
    daysLeft: 4,
    rateName: 'PEAK',
    lastResult: 'CRCError',
    measurement: { phases, neutralCurrent: null },
  });

  test.each([
    ['default', '000', '12345678903'],
    ['default', '001', '690 W'],
    ['default', '002', '0.500 kWh'],
    ['default', '059', '0.500 kWh'],
    ['default', '061', '61.234 kWh'],
    ['default', '006', '0.001 kWh'],
    ['default', '007', '0.020 kWh'],
    // Seven whole days without today: 20 + 300 + 4000.
    ['default', '008', '4.320 kWh'],
    ['default', '071', '1.500 kWh'],
    ['default', '072', '0.002 kWh'],
    ['default', '073', 'NONE'],
    ['default', '012', '4'],
    ['default', '013', '10.000 kWh'],
    ['default', '014', '3.000 kWh'],
    ['default', '015', 'NONE'],
    ['default', '003', 'PEAK'],
    ['default', '004', 'SINGLE'],
    ['default', '005', '5000 W'],
    ['default', '009', 'NONE'],
    ['default', '040', 'BYPASS +1'],
    ['default', '041', 'NONE'],
    ['default', '048', '0.1.0'],
    ['default', '049', '13 CRCError'],
    ['default', '054', '2027-01-15 08:00'],
    ['default', '055', '6000123'],
    ['default', '056', '25.6 kWh'],
    ['default', '057', '1 2'],
    ['default', '058', '01'],
    ['default', '060', '123456'],
    ['default', '062', '255'],
    ['lg', '301', '6000000'],
    ['hexing', '801', '0.500 kWh'],
    ['hexing', '807', '230.1 V'],
    ['hexing', '808', '3.0 A'],
    ['hexing', '869', '5000 W'],
    ['conlog', '078', '13 CRCError'],
  ] as const)('%s %s reads %s', (profile, code, expected) => {
    expect(read(facts, code, profile)).toBe(expected);
  });

  test('maximum demand where a window is kept, and dates in local time', () => {
    const { settings } = memory;
    const supply = { ...settings.supply, demandWindow: milliseconds(900_000) };
    const tariff = { ...memory.accounting.tariff, utcOffsetMinutes: -510 };
    const other = faceFacts({
      ...memory,
      settings: { ...settings, supply },
      accounting: { ...memory.accounting, tariff },
    });
    expect(read(other, '041')).toBe('777 W');
    // Eight and a half hours before 08:00.
    expect(read(other, '054')).toBe('2027-01-14 23:30');
  });

  test.each([
    // Limit 5 kWh below an overdraft of 1 kWh.
    [2_000, 'inUse', '5.000 kWh'],
    [-1_000, 'inUse', '5.000 kWh'],
    [-2_500, 'inUse', '3.500 kWh'],
    [-6_000, 'inUse', '0.000 kWh'],
    [-7_000, 'inUse', '0.000 kWh'],
    [100, 'exhausted', '0.000 kWh'],
  ] as const)(
    'with a credit of %i Wh and emergency credit %s, %s are left',
    (credit, status, left) => {
      const accounting = {
        ...memory.settings.accounting,
        overdraft: accountUnits(1_000),
        emergency: {
          limit: accountUnits(5_000),
          threshold: accountUnits(0),
          needsConfirmation: true,
        },
      };
      const meter: MeterMemory = {
        ...memory,
        creditRegister: wattHours(credit),
        settings: { ...memory.settings, accounting },
        accounting: { ...memory.accounting, emergency: { status, totalUsed: accountUnits(0) } },
      };
      expect(read(faceFacts(meter), '009')).toBe(left);
    },
  );

  test('other commodities count in their own units', () => {
    const measured = (commodity: 'water' | 'time') => {
      const meter = meterFor(commodity, 'energy', { credit: 123n });
      const accounting = { ...meter.accounting, measuredByRate: [measuredUnits(12_345)] };
      return faceFacts({ ...meter, accounting }, { power: 3600 });
    };
    expect(read(measured('water'), '071')).toBe('12.345 m3');
    expect(read(measured('water'), '001')).toBe('3600 dm3/h');
    // 12 345 s are 205 min 45 s.
    expect(read(measured('time'), '071')).toBe('205 min');
    expect(read(measured('time'), '001')).toBe('YES');
  });
});

test('codes are unique in their profile, short enough to be no token, and no action', () => {
  for (const name of PROFILES) {
    const { actions, codes } = shortCodeProfile(name);
    const all = [...codes, ...actions].map(({ code }) => code);
    expect(new Set(all).size).toBe(all.length);
    // 999 pairs a split meter.
    for (const code of all) expect(code).toMatch(/^(?!999)\d{1,3}$/);
    expect(codes.filter(({ isWalked }) => isWalked).length).toBeGreaterThanOrEqual(5);
  }
});

const HUGE = Number.MAX_SAFE_INTEGER;
const anyUnits = fc.maxSafeInteger().map(accountUnits);
const anySpan = fc.maxSafeNat().map(milliseconds);
const anyOverload = fc.record({
  status: fc.constantFrom('normal' as const, 'over' as const, 'waiting' as const, 'held' as const),
  elapsed: anySpan,
  trips: fc.nat(),
  timeOver: anySpan,
});
const INPUTS = [
  'terminal-cover',
  'meter-cover',
  'magnet',
  'reverse-energy',
  'bypass',
  'phase-loss',
  'over-voltage',
] as const;
const REASONS = [
  'welded',
  'no-power',
  'not-commissioned',
  'remote',
  'tamper',
  'overload',
  'unbalance',
  'credit',
  'key',
  'delay',
] as const;

const anyMeter = fc.oneof(
  fc
    .record({
      commodity: fc.constantFrom(...COMMODITIES),
      mode: fc.constantFrom('energy' as const, 'currency' as const),
      symbol: fc.constantFrom('', 'R', 'KSh'),
    })
    .map(({ commodity, mode, symbol }) => meterFor(commodity, mode, { symbol })),
  fc.constant(inventedMeter('61', { registers: [] })),
);

/** Any meter in any state, also in those that no meter comes to. */
const anyFacts: fc.Arbitrary<FaceFacts> = fc
  .record({
    base: anyMeter,
    wh: fc.maxSafeInteger().map(wattHours),
    credit: fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
    used: fc.array(anyUnits, { maxLength: 8 }),
    rates: fc.array(fc.maxSafeNat().map(measuredUnits), { maxLength: 8 }),
    power: fc.maxSafeInteger(),
    limit: fc.option(fc.maxSafeNat().map(watts)),
    inputs: fc.subarray([...INPUTS]),
    overload: anyOverload,
    lock: anySpan,
    lastCredit: fc.option(
      fc.record({
        service: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7),
        units: fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        tokenIdentifier: fc.constant(tokenIdentifier(2 ** 24 - 1)),
        enteredAt: fc.maxSafeInteger().map(instant),
      }),
    ),
    emergency: fc.constantFrom('enabled' as const, 'selectable', 'inUse', 'exhausted'),
    lastResult: fc.option(fc.constantFrom(...(Object.keys(TOKEN_RESULTS) as TokenResult[]))),
    decision: fc.oneof(
      fc.record({
        isClosed: fc.constant(true as const),
        carriedBy: fc.constantFrom('credit' as const, 'friendly', 'emergency', 'lifeline'),
      }),
      fc.record({ isClosed: fc.constant(false as const), reason: fc.constantFrom(...REASONS) }),
    ),
    creditLow: fc.constantFrom(0 as const, 1, 2, 3),
    daysLeft: fc.nat({ max: 9999 }),
    flags: fc.record({ isTampered: fc.boolean(), isWelded: fc.boolean(), isNew: fc.boolean() }),
    remote: fc.constantFrom('connected' as const, 'disconnected', 'ready'),
  })
  .map((o): FaceFacts => {
    const { base, flags } = o;
    const { settings } = base;
    const accounting = {
      ...settings.accounting,
      lifeline: watts(HUGE),
      emergency: { limit: accountUnits(HUGE), threshold: accountUnits(0), needsConfirmation: true },
    };
    const memory: MeterMemory = {
      ...base,
      creditRegister: base.takesElectricity ? o.wh : base.creditRegister,
      totalEnergyConsumed: o.wh,
      otherRegisters: base.otherRegisters.map((each) => ({
        ...each,
        credit: o.credit,
        totalConsumed: o.credit,
      })),
      maximumPowerLimit: o.limit,
      isTampered: flags.isTampered,
      tamper: { active: o.inputs, kept: o.inputs.slice(1) },
      lockOut: { failures: 1, remaining: o.lock },
      lastCredit: o.lastCredit as MeterMemory['lastCredit'],
      accounting: {
        ...base.accounting,
        usedByDay: o.used,
        measuredByRate: o.rates,
        emergency: { status: o.emergency, totalUsed: accountUnits(0) },
      },
      supply: {
        ...base.supply,
        isCommissioned: !flags.isNew,
        isSwitchWelded: flags.isWelded,
        remote: o.remote,
        overload: o.overload,
        unbalance: o.overload,
        reconnectionDelay: o.lock,
        demand: { ...base.supply.demand, maximum: watts(HUGE) },
      },
      settings: {
        ...settings,
        accounting,
        supply: { ...settings.supply, demandWindow: milliseconds(1) },
      },
    };
    const { creditLow, daysLeft, lastResult, power } = o;
    return faceFacts(memory, { switch: o.decision, creditLow, daysLeft, lastResult, power });
  });

test('every code of every profile reads on any meter in any state, and every text fits', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const name of PROFILES) {
        for (const { code, label, read: reads } of shortCodeProfile(name).codes) {
          expect(`${code} ${label}`.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
          const value = reads(facts);
          expect(value).not.toBe('');
          expect(value.length, `${name} ${code}: ${value}`).toBeLessThanOrEqual(DISPLAY_WIDTH);
        }
      }
      const display = displayOf({ ...facts, keypad: KEYPAD_IDLE, buzzer: false });
      expect(display.primary.length).toBeLessThanOrEqual(DISPLAY_WIDTH);
      expect(display.secondary.length, display.secondary).toBeLessThanOrEqual(DISPLAY_WIDTH);
      expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(display.icons.loadBar);
    }),
    { numRuns: 300 },
  );
});

test.each([
  // Of 5000 W; a part of a tenth is rounded up, so that a lamp is seen.
  [0, 0],
  [1, 1],
  [500, 1],
  [501, 2],
  [4_999, 10],
  [9_000, 10],
  [-9_000, 0],
])('%i W of 5000 W light %i tenths of the bar', (power, expected) => {
  const meter = { ...meterFor('electricity', 'energy'), maximumPowerLimit: watts(5_000) };
  const facts = faceFacts(meter, { power });
  const { icons } = displayOf({ ...facts, keypad: KEYPAD_IDLE, buzzer: false });
  expect(icons.loadBar).toBe(expected);
});

test('without power the display is dark', () => {
  const facts = faceFacts(meterFor('electricity', 'energy'), { isPowered: false });
  const display = displayOf({ ...facts, keypad: KEYPAD_IDLE, buzzer: true, link: 'good' });
  expect(display).toMatchObject({
    primary: '',
    secondary: '',
    icons: { buzzer: false, link: 'none' },
  });
  expect(display.sentence).toContain('no power');
});
