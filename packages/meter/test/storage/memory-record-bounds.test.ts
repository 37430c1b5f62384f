import { meterMemoryRecord, parseMeterMemory } from '@wattvend/meter/memory-record.js';
import { SINGLE_RATE_TARIFF } from '@wattvend/meter/meter-tariff.js';
import {
  COMMERCIAL,
  GAS,
  INDUSTRIAL,
  RESIDENTIAL,
  TIME,
  WATER,
} from '@wattvend/meter/settings-profiles.js';
import { meterSettingsRecord, parseMeterSettings } from '@wattvend/meter/settings-record.js';
import {
  meterChargeRecord,
  meterTariffRecord,
  parseMeterCharge,
  parseMeterTariff,
  parsePriceSchedule,
  priceScheduleRecord,
} from '@wattvend/meter/tariff-record.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventedMeter } from '../invented-meter.ts';
import { anyCharge, anySchedule, anySettings, anyTariff } from './any-memory.ts';

const PLAIN = meterMemoryRecord(inventedMeter('07', { settings: RESIDENTIAL }));

/** A copy of a record with another value at a path such as "a.b[2].c"; undefined takes it away. */
function withValue(stored: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(stored);
  const names = path.split(/[.[\]]+/).filter((name) => name !== '');
  const last = names.pop() ?? '';
  let inner = copy as Record<string, unknown>;
  for (const name of names) inner = inner[name] as Record<string, unknown>;
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return copy;
}

const YEAR = 31_536_000_000;

/** Settings with something in every member that may be null. */
const FULL = {
  ...INDUSTRIAL,
  supply: { ...INDUSTRIAL.supply, unbalance: INDUSTRIAL.supply.overload },
  accounting: {
    ...INDUSTRIAL.accounting,
    lifeline: INDUSTRIAL.supply.weldedPower,
    emergency: {
      limit: INDUSTRIAL.accounting.overdraft,
      threshold: INDUSTRIAL.accounting.overdraft,
      needsConfirmation: true,
    },
    friendly: {
      windows: Array.from({ length: 3 }, () => ({
        weekdays: [0, 6],
        fromMinute: 1080,
        untilMinute: 480,
      })),
      onSpecialDays: true,
    },
  },
};

const WINDOW = { weekdays: [0], from_minute: 0, until_minute: 0 };

/** Each row: a member, values at its bounds, values just outside, and a part of what the fault says. */
const SETTINGS_BOUNDS: readonly (readonly [
  path: string,
  within: readonly unknown[],
  outside: readonly unknown[],
  said: string,
])[] = [
  ['model', ['', 'x'.repeat(16)], ['x'.repeat(17), 'ü', 'a\n', 5], '0 to 16 printable ASCII'],
  ['lock_out.free_failures', [0, 254, null], [-1, 255, 0.5, '1'], 'from 0 to 254, or null'],
  ['lock_out.shortest_ms', [0, 10_000], [-1, -0, YEAR + 1], `from 0 to ${YEAR}`],
  ['lock_out.longest_ms', [10_000, YEAR], [9_999, YEAR + 1, null], ''],
  ['lock_out.counted', [[], ['CRCError', 'OldError']], [['CRCError', 'CRCError']], 'once'],
  ['lock_out.counted[0]', ['KeyTypeError'], ['Accept', 'LockedOut', '1stKCT', 'x'], 'one of'],
  ['lock_out.is_cleared_by_power_cycle', [true, false], [0, null], 'true or false'],
  ['accounting.commodity', ['electricity'], ['heat', 'toString'], 'electricity, water, gas, time'],
  ['accounting.mode', ['energy', 'currency'], ['money'], 'energy, currency'],
  ['accounting.overdraft', [0, 1e15], [-1, 1e15 + 1], 'a whole number'],
  ['accounting.emergency', [null], [{}, 0, []], ''],
  ['accounting.emergency.limit', [0, 1e15], [-1, 1e15 + 1], 'a whole number'],
  ['accounting.emergency.threshold', [-1e15, 1e15], [-1e15 - 1, 1e15 + 1], 'a whole number'],
  ['accounting.friendly.windows', [[], Array(8).fill(WINDOW)], [Array(9).fill(WINDOW)], '0 to 8'],
  [
    'accounting.friendly.windows[2].from_minute',
    [0, 1439],
    [-1, 1440],
    'a whole number from 0 to 1439',
  ],
  ['accounting.friendly.windows[1].until_minute', [0, 1439], [-1, 1440], 'from 0 to 1439'],
  ['accounting.friendly.windows[0].weekdays', [[0], [6, 5]], [[], [0, 0]], ''],
  ['accounting.friendly.windows[0].weekdays[1]', [1, 5], [-1, 7], 'from 0 to 6'],
  [
    'accounting.credit_low',
    [[], [2, 1, 0]],
    [
      [1, 1],
      [1, 2],
      [4, 3, 2, 1],
    ],
    '',
  ],
  ['accounting.lifeline_w', [0, 1e9, null], [-1, 1e9 + 1], 'from 0 to 1000000000'],
  ['accounting.billing_day', [1, 28], [0, 29], 'from 1 to 28'],
  ['supply.phases', [1, 3], [2, '1'], 'one of 1, 3'],
  ['supply.transformer', [null], [{}, []], ''],
  ['supply.transformer.current.primary', [1, 1_000_000], [0, 1_000_001], 'from 1 to 1000000'],
  ['supply.transformer.voltage.secondary', [1, 1_000_000], [0, 1_000_001], 'from 1 to 1000000'],
  ['supply.maximum_power_w', [0, 1e9, null], [-1, 1e9 + 1], 'or null'],
  ['supply.overload.trip_after_ms', [0, YEAR], [-1, YEAR + 1], 'a whole number'],
  ['supply.overload.trips_before_hold', [1, 255], [0, 256], 'from 1 to 255'],
  ['supply.unbalance.forget_after_ms', [0, YEAR], [-1, YEAR + 1], 'a whole number'],
  ['supply.demand_window_ms', [60_000, 3_600_000, null], [59_999, 3_600_001], 'or null'],
  ['supply.welded_power_w', [1, 1_000_000_000], [0, 1_000_000_001], 'a whole number'],
  ['supply.reconnection_delay_longest_ms', [0, YEAR], [-1, YEAR + 1], 'a whole number'],
  ['tamper.inputs', [{}], [[], null, { window: {} }], ''],
  ['tamper.inputs.magnet.after_ms', [0, YEAR], [-1, YEAR + 1], 'a whole number'],
  ['tamper.inputs.magnet.disconnects', ['no'], ['yes'], 'no, while-active, until-cleared'],
  ['tamper.over_voltage_tenth_v', [0, 100_000], [-1, 100_001], 'a whole number'],
  ['tamper.bypass_current_ma', [0, 10_000_000], [-1, 10_000_001], 'a whole number'],
  ['face.short_codes', ['conlog'], ['other'], 'default, lg, hexing, conlog'],
  ['face.currency_symbol', ['', 'KSh'], ['KShs', '€'], '0 to 3 printable ASCII'],
];

test.each(SETTINGS_BOUNDS)('settings: %s', (path, within, outside, said) => {
  const stored = meterSettingsRecord(FULL);
  for (const value of within) {
    expect(parseMeterSettings(withValue(stored, path, value)).kind).toBe('settings');
  }
  for (const value of [...outside, undefined]) {
    if (value === undefined && path.endsWith(']')) continue;
    const parsed = parseMeterSettings(withValue(stored, path, value));
    if (parsed.kind === 'settings') throw new Error(`${path} was taken as ${String(value)}`);
    expect(parsed.fault.slice(0, path.length)).toBe(path);
    if (value !== undefined) expect(parsed.fault).toContain(said);
  }
});

describe('settings', () => {
  test('of every profile and of any kind are read back as they were', () => {
    for (const settings of [RESIDENTIAL, COMMERCIAL, INDUSTRIAL, WATER, GAS, TIME, FULL]) {
      expect(parseMeterSettings(meterSettingsRecord(settings))).toEqual({
        kind: 'settings',
        settings,
      });
    }
    fc.assert(
      fc.property(anySettings, (settings) => {
        const stored: unknown = JSON.parse(JSON.stringify(meterSettingsRecord(settings)));
        expect(parseMeterSettings(stored)).toEqual({ kind: 'settings', settings });
      }),
    );
  });

  test('with a member that nobody knows are refused by its name', () => {
    const stored = { ...meterSettingsRecord(FULL), colour: 'white' };
    const fault = 'colour: nothing, because there is no such member';
    expect(parseMeterSettings(stored)).toEqual({ kind: 'fault', fault });
    const inner = withValue(meterSettingsRecord(FULL), 'accounting.friendly.windows[1].x', 1);
    const innerFault = 'accounting.friendly.windows[1].x: nothing, because there is no such member';
    expect(parseMeterSettings(inner)).toEqual({ kind: 'fault', fault: innerFault });
  });

  test('say what is wrong in one sentence, at the first place', () => {
    const stored = withValue(
      meterSettingsRecord(FULL),
      'accounting.friendly.windows[2].from_minute',
      1440,
    );
    expect(parseMeterSettings(stored)).toEqual({
      kind: 'fault',
      fault: 'accounting.friendly.windows[2].from_minute: a whole number from 0 to 1439',
    });
    expect(parseMeterSettings([])).toEqual({ kind: 'fault', fault: 'an object' });
  });

  test('of water have no lifeline', () => {
    const stored = withValue(meterSettingsRecord(WATER), 'accounting.lifeline_w', 0);
    const parsed = parseMeterSettings(stored);
    expect(parsed.kind === 'fault' && parsed.fault).toMatch(/^accounting\.lifeline_w: null/);
  });
});

describe('tariffs, prices and charges', () => {
  test('of any kind are read back as they were', () => {
    const tariff = SINGLE_RATE_TARIFF;
    expect(parseMeterTariff(meterTariffRecord(tariff))).toEqual({ kind: 'tariff', tariff });
    fc.assert(
      fc.property(
        anyTariff,
        anySchedule,
        anyCharge,
        (tariff, schedule, { totalCollected: _, ...charge }) => {
          expect(parseMeterTariff(meterTariffRecord(tariff))).toEqual({ kind: 'tariff', tariff });
          expect(parsePriceSchedule(priceScheduleRecord(schedule))).toEqual({
            kind: 'schedule',
            schedule,
          });
          expect(parseMeterCharge(meterChargeRecord(charge))).toEqual({ kind: 'charge', charge });
        },
      ),
    );
  });

  test.each([
    ['name', 'x'.repeat(17), 'name: 1 to 16 printable ASCII characters'],
    ['utc_offset_minutes', 841, 'utc_offset_minutes: a whole number from -840 to 840'],
    ['rates', [], 'rates: a list of 1 to 8 entries'],
    [
      'rates[0].prices_hundred_thousandths[0]',
      100_000_001,
      'rates[0].prices_hundred_thousandths[0]: ',
    ],
    ['seasons[0].month', 13, 'seasons[0].month: a whole number from 1 to 12'],
    ['weeks[0].days', [0, 0, 0, 0, 0, 0], 'weeks[0].days: a list of 7 to 7 entries'],
    ['days[0].switches[0].minute', 1440, 'days[0].switches[0].minute: a whole number from 0 to'],
    // Rules between the members, in the words of the tariff.
    ['steps_from', [1], 'the first step does not begin at 0'],
    ['weeks[0].days[6]', 1, 'week 0 has a day that does not exist'],
  ])('a tariff: %s', (path, value, said) => {
    const parsed = parseMeterTariff(withValue(meterTariffRecord(SINGLE_RATE_TARIFF), path, value));
    expect(parsed.kind === 'fault' && parsed.fault.slice(0, said.length)).toBe(said);
  });

  test('prices come in the order of their times, at most 48', () => {
    const priceAt = (from: number) => ({ from_ms: from, price_hundred_thousandths: null });
    const many = (count: number) => Array.from({ length: count }, (_, at) => priceAt(at));
    expect(parsePriceSchedule(many(48)).kind).toBe('schedule');
    expect(parsePriceSchedule(many(49))).toEqual({
      kind: 'fault',
      fault: 'a list of 0 to 48 entries',
    });
    expect(parsePriceSchedule([priceAt(1), priceAt(2), priceAt(2)])).toEqual({
      kind: 'fault',
      fault: '[2].from_ms: later than the price before it',
    });
  });

  test.each([
    [{ remaining_hundred_thousandths: null }, 'remaining_hundred_thousandths: what is left'],
    [{ kind: 'fixed' }, 'remaining_hundred_thousandths: null for a fixed charge'],
    [{ name: '' }, 'name: 1 to 16 printable ASCII characters'],
    [{ proportion_hundredths_of_per_cent: 10_001 }, 'proportion_hundredths_of_per_cent: a whole'],
    [{ per_day_hundred_thousandths: -1 }, 'per_day_hundred_thousandths: a whole number from 0'],
    [{ per_day_hundred_thousandths: 1e12 + 1 }, 'per_day_hundred_thousandths: a whole number'],
    [{ total_collected_hundred_thousandths: 1 }, 'total_collected_hundred_thousandths: nothing'],
  ])('a charge that cannot be: %o', (changes, said) => {
    const charge = {
      name: 'ARREARS',
      kind: 'debt',
      per_day_hundred_thousandths: 0,
      proportion_hundredths_of_per_cent: 10_000,
      remaining_hundred_thousandths: 0,
    };
    expect(parseMeterCharge(charge).kind).toBe('charge');
    const parsed = parseMeterCharge({ ...charge, ...changes });
    expect(parsed.kind === 'fault' && parsed.fault.slice(0, said.length)).toBe(said);
  });
});

describe('a stored state just outside its bounds', () => {
  const OVER = { status: 'over', elapsed_ms: 1, trips: 0 };
  const CHARGE = {
    name: 'A',
    kind: 'fixed',
    per_day_hundred_thousandths: 1,
    proportion_hundredths_of_per_cent: 0,
    remaining_hundred_thousandths: null,
  };
  const named = (name: number) => ({ ...CHARGE, name: String(name) });
  const transfer = (received: string, size: number) => ({
    transfer: {
      status: 'receiving',
      identification: '',
      size_octets: size,
      block_size_octets: 10,
      received_hex: received,
      activate_at_ms: null,
      starts: 0,
      tried_ms: 0,
      image: null,
      previous_version: null,
    },
  });
  const GREATEST = Number.MAX_SAFE_INTEGER;
  const CREDIT = { service: 7, units: '-5', token_identifier: 0, entered_at_ms: 0 };

  // A right value is found by its checksum, which is that of another memory; a wrong one before.
  test.each<[string, string, readonly unknown[], readonly unknown[]]>([
    ['tamper', 'kept', [['magnet', 'bypass']], [[], ['magnet', 'magnet'], ['door'], 'magnet']],
    [
      'lock_out',
      '',
      [{ failures: 255, remaining_ms: GREATEST }],
      [
        { failures: 256, remaining_ms: 1 },
        { failures: 1, remaining_ms: -1 },
        { failures: 1 },
        { failures: 0, remaining_ms: 0 },
      ],
    ],
    [
      'last_credit',
      '',
      [CREDIT, { ...CREDIT, units: `${10n ** 62n - 1n}` }],
      [
        null,
        { ...CREDIT, units: `${10n ** 62n}` },
        { ...CREDIT, units: '-0' },
        { ...CREDIT, units: 5 },
        { ...CREDIT, service: 8 },
        { ...CREDIT, token_identifier: 2 ** 24 },
      ],
    ],
    ['accounting', 'remainder', [1, 3599], [0, -1, 3600]],
    ['accounting', 'measured_by_rate', [[1], Array(8).fill(0)], [[], [0], Array(9).fill(0), [-1]]],
    ['accounting', 'used_by_day', [[-1], Array(8).fill(GREATEST)], [[], Array(9).fill(0), [0.5]]],
    ['accounting', 'billing_period', [-3_451_044, 3_451_044], [null, -3_451_045, 3_451_045]],
    ['accounting', 'day', [-104_249_993, 104_249_993], [null, -104_249_994, 104_249_994]],
    [
      'accounting',
      'emergency',
      [{ status: 'inUse', total_used: 0 }],
      [
        { status: 'enabled', total_used: 0 },
        { status: 'used', total_used: 0 },
        { status: 'inUse', total_used: -1 },
      ],
    ],
    [
      'accounting',
      'charges',
      [Array.from({ length: 8 }, (_, at) => named(at))],
      [
        [],
        [named(1), named(1)],
        [
          { ...named(1), proportion_hundredths_of_per_cent: 5_001 },
          { ...named(2), proportion_hundredths_of_per_cent: 5_000 },
        ],
        Array.from({ length: 9 }, (_, at) => named(at)),
        [{ ...CHARGE, total_collected_hundred_thousandths: 0 }],
      ],
    ],
    [
      'supply',
      'overload',
      [OVER, { ...OVER, status: 'held', trips: 1 }],
      [
        { ...OVER, status: 'waiting' },
        { ...OVER, status: 'held' },
        { ...OVER, status: 'welded' },
        { ...OVER, trips: -1 },
      ],
    ],
    ['supply', 'is_commissioned', [false], [true, 0, null]],
    ['supply', 'remote', ['ready'], ['connected', 'away']],
    [
      'firmware',
      '',
      [transfer('', 0), transfer('f', 40), transfer('f0', 40), transfer('f000', 81)],
      [
        transfer('f', 0),
        transfer('', 40),
        transfer('f', 41),
        transfer('F', 40),
        transfer('f00', 40),
        transfer('', -1),
      ],
    ],
    [
      'log',
      '',
      [
        { count: 1, chain: '00000000' },
        { count: GREATEST, chain: 'ffffffff' },
      ],
      [
        { count: 0, chain: '00000001' },
        { count: 0, chain: '00000000' },
        { count: 1, chain: 'FFFFFFFF' },
        { count: 1, chain: '0000000' },
        { count: -1, chain: '00000000' },
      ],
    ],
  ])('%s %s', (slice, member, within, outside) => {
    const faultOf = (value: unknown) => {
      const stored = { ...PLAIN, [slice]: member === '' ? value : { [member]: value } };
      const parsed = parseMeterMemory(stored);
      return parsed.kind === 'fault' ? parsed.fault : 'none';
    };
    for (const value of within) expect([value, faultOf(value)]).toEqual([value, 'checksum']);
    for (const value of outside) {
      expect([value, faultOf(value)]).toEqual([value, 'value-out-of-range']);
    }
  });
});
