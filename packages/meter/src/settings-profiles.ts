/**
 * Settings of meters as they are bought. A utility starts from the nearest and changes what its order
 * says otherwise.
 */
import { watts } from '@wattvend/quantities/energy.js';
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import { accountUnits } from './accounting/account-units.ts';
import { FIRST_CURRENCY_SERVICE, type Service } from './accounting/services.ts';
import type {
  MeterSettings,
  OverloadSettings,
  SupplySettings,
  TamperInputSettings,
  TamperSettings,
} from './settings.ts';
import { LOCK_OUT_PROFILES } from './token-entry/lock-out.ts';

function seconds(value: number): Milliseconds {
  return milliseconds(value * 1000);
}

function minutesLong(value: number): Milliseconds {
  return milliseconds(value * 60_000);
}

// Typical values of the field are 30 s to 30 min, and three to ten trips.
const OVERLOAD: OverloadSettings = {
  tripAfter: seconds(30),
  waitBeforeRetry: minutesLong(1),
  tripsBeforeHold: 5,
  forgetAfter: minutesLong(30),
};

const OPENS_UNTIL_CLEARED: TamperInputSettings = {
  after: seconds(2),
  disconnects: 'until-cleared',
  isKept: true,
  soundsBuzzer: true,
};

const TOLD_WHILE_ACTIVE: TamperInputSettings = {
  after: seconds(10),
  disconnects: 'no',
  isKept: false,
  soundsBuzzer: false,
};

const TAMPER: TamperSettings = {
  inputs: {
    'terminal-cover': OPENS_UNTIL_CLEARED,
    'meter-cover': OPENS_UNTIL_CLEARED,
    magnet: OPENS_UNTIL_CLEARED,
    'reverse-energy': { ...OPENS_UNTIL_CLEARED, after: seconds(10), disconnects: 'no' },
    bypass: { ...OPENS_UNTIL_CLEARED, after: seconds(10), disconnects: 'no' },
    'over-voltage': { ...TOLD_WHILE_ACTIVE, disconnects: 'while-active' },
  },
  // 230 V and 20 per cent, and half of it.
  overVoltage: 2760,
  phaseLossBelow: 1150,
  bypassCurrent: 500,
  reverseEnergy: 'counted-forwards',
};

const SUPPLY: SupplySettings = {
  phases: 1,
  connection: { kind: 'direct' },
  maximumPower: watts(13_800),
  overload: OVERLOAD,
  unbalance: null,
  reconnectionDelayLongest: seconds(30),
  reconnectsByKey: false,
  demandWindow: null,
  weldedPower: watts(20),
};

/** One phase, direct, 60 A at 230 V, credit in kWh. */
export const RESIDENTIAL: MeterSettings = {
  model: 'RESIDENTIAL',
  lockOut: LOCK_OUT_PROFILES.persistent,
  accounting: {
    commodity: 'electricity',
    mode: 'energy',
    overdraft: accountUnits(0),
    emergency: null,
    friendly: null,
    creditLow: [accountUnits(10_000), accountUnits(3_000)],
    lifeline: null,
    billingDay: 1,
    collectsBelowZero: false,
  },
  supply: SUPPLY,
  tamper: TAMPER,
  face: { shortCodes: 'default', currencySymbol: '', isSplit: false },
};

/** Three phases, direct, 100 A, with the unbalance of phases watched and demand kept. */
export const COMMERCIAL: MeterSettings = {
  ...RESIDENTIAL,
  model: 'COMMERCIAL',
  supply: {
    ...SUPPLY,
    phases: 3,
    maximumPower: watts(69_000),
    unbalance: OVERLOAD,
    demandWindow: minutesLong(30),
    reconnectionDelayLongest: minutesLong(5),
  },
  tamper: { ...TAMPER, inputs: { ...TAMPER.inputs, 'phase-loss': TOLD_WHILE_ACTIVE } },
};

/** Three phases behind current transformers of 200/5 A; the switch is a contactor. */
export const INDUSTRIAL: MeterSettings = {
  ...COMMERCIAL,
  model: 'INDUSTRIAL',
  supply: {
    ...COMMERCIAL.supply,
    connection: {
      kind: 'transformer',
      current: { primary: 200, secondary: 5 },
      voltage: { primary: 1, secondary: 1 },
    },
    maximumPower: null,
    demandWindow: minutesLong(15),
  },
};

// A valve has no power to limit and nothing electrical to tamper with.
const VALVE: Pick<MeterSettings, 'supply' | 'tamper'> = {
  supply: { ...SUPPLY, maximumPower: null, reconnectionDelayLongest: milliseconds(0) },
  tamper: {
    ...TAMPER,
    inputs: { 'meter-cover': OPENS_UNTIL_CLEARED, magnet: OPENS_UNTIL_CLEARED },
  },
};

/** Water through a valve, credit in m³. */
export const WATER: MeterSettings = {
  ...RESIDENTIAL,
  ...VALVE,
  model: 'WATER',
  accounting: {
    ...RESIDENTIAL.accounting,
    commodity: 'water',
    creditLow: [accountUnits(20), accountUnits(5)],
  },
};

/** Gas through a valve, credit in m³. */
export const GAS: MeterSettings = {
  ...WATER,
  model: 'GAS',
  accounting: { ...WATER.accounting, commodity: 'gas' },
};

/** A service by the minute, such as a pump or a cold room. */
export const TIME: MeterSettings = {
  ...WATER,
  model: 'TIME',
  accounting: {
    ...WATER.accounting,
    commodity: 'time',
    creditLow: [accountUnits(600), accountUnits(100)],
  },
};

const SERVICE_SETTINGS: readonly MeterSettings[] = [RESIDENTIAL, WATER, GAS, TIME];

/** The simplest settings under which a meter's account is the register of this service. */
export function settingsForService(service: Service): MeterSettings {
  const settings = SERVICE_SETTINGS[service % FIRST_CURRENCY_SERVICE] ?? RESIDENTIAL;
  if (service < FIRST_CURRENCY_SERVICE) return settings;
  // Nobody said what is little in a currency that nobody named.
  return { ...settings, accounting: { ...settings.accounting, mode: 'currency', creditLow: [] } };
}
