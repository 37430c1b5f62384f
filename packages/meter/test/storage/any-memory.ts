/** Memories of every kind, for properties of the stored form. */
import {
  type AccountUnits,
  accountUnits,
  measuredUnits,
  unitPrice,
} from '@wattvend/meter/account-units.js';
import type { AccountingState, MeterCharge } from '@wattvend/meter/accounting-state.js';
import { LOG_CODES, type LogCode, type LogEntry } from '@wattvend/meter/event-log.js';
import type { FirmwareState } from '@wattvend/meter/firmware-state.js';
import type { MemoryChanges, MeterMemory } from '@wattvend/meter/memory.js';
import type { MeterTariff } from '@wattvend/meter/meter-tariff.js';
import type { MeterSettings, OverloadSettings, TamperInput } from '@wattvend/meter/settings.js';
import type { OverloadState, SupplyState } from '@wattvend/meter/supply-state.js';
import { UNIT, type UnitRemainder } from '@wattvend/meter/unit-remainder.js';
import { watts } from '@wattvend/quantities/energy.js';
import { instant, milliseconds } from '@wattvend/quantities/time.js';
import { tokenIdentifier } from '@wattvend/sts/token-identifier.js';
import fc from 'fast-check';
import { inventedMeter } from '../invented-meter.ts';

const GREATEST = Number.MAX_SAFE_INTEGER;
const YEAR = 31_536_000_000;

function any(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
}

function printable(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme-ascii', minLength, maxLength });
}

function orNull<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null });
}

const anyTimer = any(0, YEAR).map(milliseconds);
const anySpan = any(0, GREATEST).map(milliseconds);
const anyInstant = any(-GREATEST, GREATEST).map(instant);
const anyPower = any(0, 1_000_000_000).map(watts);
const anyCredit = any(0, 1e15).map(accountUnits);
const anyTotal = any(0, GREATEST).map(accountUnits);
const anyMeasured = any(0, GREATEST).map(measuredUnits);
const anyPrice = any(0, 100_000_000).map(unitPrice);

function rising(arbitrary: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<number[]> {
  return fc
    .uniqueArray(arbitrary, { maxLength })
    .map((values) => values.toSorted((left, right) => left - right));
}

const TAMPER_INPUTS: readonly TamperInput[] = [
  'terminal-cover',
  'meter-cover',
  'magnet',
  'reverse-energy',
  'bypass',
  'phase-loss',
  'over-voltage',
];

const anyOverloadSettings: fc.Arbitrary<OverloadSettings> = fc.record({
  tripAfter: anyTimer,
  waitBeforeRetry: anyTimer,
  tripsBeforeHold: any(1, 255),
  forgetAfter: anyTimer,
});

const anyRatio = fc.record({ primary: any(1, 1_000_000), secondary: any(1, 1_000_000) });

const anyInput = fc.record({
  after: anyTimer,
  disconnects: fc.constantFrom('no' as const, 'while-active' as const, 'until-cleared' as const),
  isKept: fc.boolean(),
  soundsBuzzer: fc.boolean(),
});

const anyWindow = fc.record({
  weekdays: fc.uniqueArray(any(0, 6), { minLength: 1, maxLength: 7 }),
  fromMinute: any(0, 1439),
  untilMinute: any(0, 1439),
});

/** Settings of an electricity meter in energy mode, which every invented meter can have. */
export const anySettings: fc.Arbitrary<MeterSettings> = fc.record({
  model: printable(0, 16),
  lockOut: fc
    .record({
      freeFailures: orNull(any(0, 254)),
      shortest: anyTimer,
      longest: anyTimer,
      counted: fc.uniqueArray(fc.constantFrom('CRCError' as const, 'OldError' as const)),
      isClearedByPowerCycle: fc.boolean(),
    })
    .map((one) => ({ ...one, longest: milliseconds(Math.max(one.longest, one.shortest)) })),
  accounting: fc.record({
    commodity: fc.constant('electricity' as const),
    mode: fc.constant('energy' as const),
    overdraft: anyCredit,
    emergency: orNull(
      fc.record({ limit: anyCredit, threshold: anyCredit, needsConfirmation: fc.boolean() }),
    ),
    friendly: orNull(
      fc.record({
        windows: fc.array(anyWindow, { maxLength: 8 }),
        onSpecialDays: fc.boolean(),
      }),
    ),
    creditLow: rising(any(-1e15, 1e15), 3).map((limits) => limits.toReversed().map(accountUnits)),
    lifeline: orNull(anyPower),
    billingDay: any(1, 28),
    collectsBelowZero: fc.boolean(),
  }),
  supply: fc.record({
    phases: fc.constantFrom(1 as const, 3 as const),
    connection: fc.oneof(
      fc.constant({ kind: 'direct' as const }),
      fc.record({
        kind: fc.constant('transformer' as const),
        current: anyRatio,
        voltage: anyRatio,
      }),
    ),
    maximumPower: orNull(anyPower),
    overload: anyOverloadSettings,
    unbalance: orNull(anyOverloadSettings),
    reconnectionDelayLongest: anyTimer,
    reconnectsByKey: fc.boolean(),
    demandWindow: orNull(any(60_000, 3_600_000).map(milliseconds)),
    weldedPower: any(1, 1_000_000_000).map(watts),
  }),
  tamper: fc.record({
    inputs: fc
      .dictionary(fc.constantFrom(...TAMPER_INPUTS), anyInput, { noNullPrototype: true })
      .map((inputs) => {
        // What is seen in a current cannot open the supply while it is seen.
        for (const name of ['reverse-energy', 'bypass'] as const) {
          const input = inputs[name];
          if (input?.disconnects === 'while-active') inputs[name] = { ...input, disconnects: 'no' };
        }
        return inputs;
      }),
    overVoltage: any(0, 100_000),
    phaseLossBelow: any(0, 100_000),
    bypassCurrent: any(0, 10_000_000),
    reverseEnergy: fc.constantFrom('not-counted' as const, 'counted-forwards' as const),
  }),
  face: fc.record({
    shortCodes: fc.constantFrom('default' as const, 'lg' as const, 'hexing' as const),
    currencySymbol: printable(0, 3),
    isSplit: fc.boolean(),
  }),
});

/** Tariffs of one week and one day profile, with all the rates and steps there may be. */
export const anyTariff: fc.Arbitrary<MeterTariff> = fc
  .record({
    rates: any(1, 8),
    steps: rising(any(1, GREATEST), 7),
    prices: fc.array(anyPrice, { minLength: 64, maxLength: 64 }),
    name: printable(1, 16),
    utcOffsetMinutes: any(-840, 840),
    months: rising(any(1, 12), 12),
    minutes: rising(any(1, 1439), 47),
    year: orNull(any(1970, 9999)),
  })
  .map((one) => ({
    name: one.name,
    utcOffsetMinutes: one.utcOffsetMinutes,
    rates: Array.from({ length: one.rates }, (_, rate) => ({
      name: `RATE ${rate}`,
      prices: one.prices.slice(rate * 8, rate * 8 + one.steps.length + 1),
    })),
    stepsFrom: [0, ...one.steps].map(measuredUnits),
    seasons: (one.months.length === 0 ? [1] : one.months).map((month) => ({
      month,
      day: month,
      week: 0,
    })),
    weeks: [{ days: [0, 0, 0, 0, 0, 0, 0] }],
    days: [
      { switches: [0, ...one.minutes].map((minute) => ({ minute, rate: minute % one.rates })) },
    ],
    specialDays: [{ year: one.year, month: 12, day: 25, dayProfile: 0 }],
  }));

export const anyCharge: fc.Arbitrary<MeterCharge> = fc
  .record({
    name: printable(1, 16),
    perDay: any(0, 1e12).map(accountUnits),
    // Eight of them are a whole token.
    proportion: any(0, 1250),
    remaining: orNull(anyTotal),
    totalCollected: anyTotal,
  })
  .map((one) => ({ ...one, kind: one.remaining === null ? 'fixed' : 'debt' }));

export const anySchedule: fc.Arbitrary<AccountingState['priceSchedule']> = fc
  .tuple(rising(any(-GREATEST, GREATEST), 48), orNull(anyPrice))
  .map(([times, price]) => times.map((from) => ({ from: instant(from), price })));

const anyAccounting: fc.Arbitrary<AccountingState> = anyTariff.chain((tariff) =>
  fc.record({
    tariff: fc.constant(tariff),
    passiveTariff: orNull(fc.record({ tariff: anyTariff, activateAt: anyInstant })),
    priceSchedule: anySchedule,
    remainder: any(0, 3599),
    sinceBillingDay: anyMeasured,
    billingPeriod: orNull(any(-3_451_044, 3_451_044)),
    measuredByRate: fc.array(anyMeasured, { minLength: tariff.rates.length, maxLength: 8 }),
    day: orNull(any(-104_249_993, 104_249_993)),
    usedByDay: fc.array(any(-GREATEST, GREATEST).map(accountUnits), { maxLength: 8 }),
    emergency: fc.record({
      status: fc.constantFrom(
        'enabled' as const,
        'selectable' as const,
        'inUse' as const,
        'exhausted' as const,
      ),
      totalUsed: anyTotal as fc.Arbitrary<AccountUnits>,
    }),
    charges: fc.uniqueArray(anyCharge, { maxLength: 8, selector: ({ name }) => name }),
  }),
);

const anyOverload: fc.Arbitrary<OverloadState> = fc.oneof(
  fc.record({
    status: fc.constantFrom('normal' as const, 'over' as const),
    elapsed: anySpan,
    trips: any(0, GREATEST),
    timeOver: anySpan,
  }),
  fc.record({
    status: fc.constantFrom('waiting' as const, 'held' as const),
    elapsed: anySpan,
    trips: any(1, GREATEST),
    timeOver: anySpan,
  }),
);

const anySupply: fc.Arbitrary<SupplyState> = fc.record({
  isCommissioned: fc.boolean(),
  remote: fc.constantFrom('connected' as const, 'disconnected' as const, 'ready' as const),
  isOffByKey: fc.boolean(),
  overload: anyOverload,
  unbalance: anyOverload,
  reconnectionDelay: anySpan,
  isSwitchWelded: fc.boolean(),
  demand: fc.record({
    windowEnergy: any(0, GREATEST),
    windowElapsed: anySpan,
    maximum: any(0, GREATEST).map(watts),
    maximumAt: orNull(anyInstant),
  }),
  remainder: any(0, UNIT - 1) as fc.Arbitrary<UnitRemainder>,
});

const anyTransfer = fc
  .record({
    status: fc.constantFrom('receiving' as const, 'trying' as const, 'fell-back' as const),
    identification: printable(0, 32),
    blocks: any(0, 40),
    blockSize: any(1, 65_535),
    activateAt: orNull(anyInstant),
    starts: any(0, 255),
    tried: anySpan,
    image: orNull(
      fc.record({
        version: printable(1, 32),
        securityNumber: any(0, GREATEST),
        component: fc.constantFrom('legally-relevant' as const, 'application' as const),
        notBefore: orNull(anyInstant),
      }),
    ),
    previousVersion: orNull(printable(1, 32)),
  })
  .map(({ blocks, ...one }) => ({
    ...one,
    size: blocks * one.blockSize,
    received: 'a5'.repeat(Math.ceil(blocks / 8)),
  }));

const anyPublicKey = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 64,
  maxLength: 64,
});

const anyFirmware: fc.Arbitrary<FirmwareState> = fc.record({
  running: fc.constantFrom('A' as const, 'B' as const),
  runningVersion: printable(1, 32),
  securityNumber: any(0, GREATEST),
  hardware: fc.record({ model: printable(1, 16), revision: any(0, 65_535) }),
  trustedKeys: fc.array(anyPublicKey, { maxLength: 2 }),
  activations: any(0, 1000),
  transfer: orNull(anyTransfer),
});

const anyHex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 8,
  maxLength: 8,
});

/** All that a whole meter remembers beside its identity and its registers. */
export const anySlices: fc.Arbitrary<MemoryChanges> = fc.record({
  isTampered: fc.boolean(),
  maximumPowerLimit: orNull(anyPower),
  tamper: fc.record({
    active: fc.uniqueArray(fc.constantFrom(...TAMPER_INPUTS)),
    kept: fc.uniqueArray(fc.constantFrom(...TAMPER_INPUTS)),
  }),
  lockOut: fc.record({ failures: any(0, 255), remaining: anySpan }),
  lastCredit: orNull(
    fc.record({
      service: fc.constantFrom(0 as const, 4 as const, 7 as const),
      units: fc.bigInt({ min: -(10n ** 62n) + 1n, max: 10n ** 62n - 1n }),
      tokenIdentifier: any(0, 2 ** 24 - 1).map(tokenIdentifier),
      enteredAt: anyInstant,
    }),
  ),
  accounting: anyAccounting,
  supply: anySupply,
  firmware: anyFirmware,
  log: fc.record({ count: any(1, GREATEST), chain: anyHex }),
  settings: anySettings,
});

export const anyMemory: fc.Arbitrary<MeterMemory> = anySlices.map((slices) => ({
  ...inventedMeter('07', { registers: [{ service: 0, credit: 7n }, { service: 4 }] }),
  ...slices,
}));

export const anyLogEntry: fc.Arbitrary<LogEntry> = fc.record({
  number: any(1, GREATEST),
  at: anyInstant,
  code: fc.constantFrom(...(Object.keys(LOG_CODES) as LogCode[])),
  detail: printable(0, 32),
});
