/** The stored form of a meter's settings; also how they come over a line. */
import { type Watts, watts } from '@wattvend/quantities/energy.js';
import { type Milliseconds, milliseconds } from '@wattvend/quantities/time.js';
import { type AccountUnits, accountUnits } from '../accounting/account-units.ts';
import type {
  AccountingSettings,
  EmergencyCreditSettings,
  FaceSettings,
  FriendlySettings,
  FriendlyWindow,
  LockOutSettings,
  MeterSettings,
  OverloadSettings,
  SupplySettings,
  TamperInput,
  TamperInputSettings,
  TamperSettings,
  TransformerRatio,
} from '../settings.ts';
import { TOKEN_RESULTS, type TokenResult } from '../token-entry/token-result.ts';
import {
  faultInWords,
  flag,
  type JsonObject,
  list,
  nullable,
  oneOf,
  printable,
  record,
  type StoredForm,
  type StoredObjectForm,
  someOf,
  standsAs,
  where,
  whole,
} from './stored-form.ts';

export type ParsedMeterSettings =
  | { readonly kind: 'settings'; readonly settings: MeterSettings }
  | { readonly kind: 'fault'; readonly fault: string };

/** All members, none of them left out. */
export function meterSettingsRecord(settings: MeterSettings): JsonObject {
  return SETTINGS_FORM.write(settings);
}

/** Reads settings. The fault says which member is wrong and what should stand there. */
export function parseMeterSettings(json: unknown): ParsedMeterSettings {
  const read = SETTINGS_FORM.read(json);
  return read.kind === 'fault'
    ? { kind: 'fault', fault: faultInWords(read) }
    : { kind: 'settings', settings: read.value };
}

const YEAR_MS = 365 * 24 * 3_600_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A gigawatt: more than any one meter has behind it. */
const POWER_MAX = 1_000_000_000;

/** Ten thousand million of a currency; sums of several still count exactly. */
const ACCOUNT_UNITS_MAX = 1e15;

const timer: StoredForm<Milliseconds> = whole(0, YEAR_MS, milliseconds);
const power: StoredForm<Watts> = whole(0, POWER_MAX, watts);
const credit: StoredForm<AccountUnits> = whole(0, ACCOUNT_UNITS_MAX, accountUnits);
const creditOrDebt: StoredForm<AccountUnits> = whole(
  -ACCOUNT_UNITS_MAX,
  ACCOUNT_UNITS_MAX,
  accountUnits,
);

// What may count as a wrong token: one that was looked at and not taken.
const WRONG_TOKEN_RESULTS = (Object.keys(TOKEN_RESULTS) as TokenResult[]).filter(
  (result) => !TOKEN_RESULTS[result].isGood && result !== 'LockedOut' && result !== 'NotReady',
);

const lockOut: StoredForm<LockOutSettings> = where(
  record<LockOutSettings>({
    // A meter counts no more than 255 wrong tokens; after as many free ones it would never lock.
    freeFailures: ['free_failures', nullable(whole(0, 254))],
    shortest: ['shortest_ms', timer],
    longest: ['longest_ms', timer],
    counted: [
      'counted',
      where(
        list(oneOf(...WRONG_TOKEN_RESULTS), { longest: WRONG_TOKEN_RESULTS.length }),
        isEachOnce('each result once'),
      ),
    ],
    isClearedByPowerCycle: ['is_cleared_by_power_cycle', flag],
  }),
  ({ longest, shortest }) =>
    longest < shortest
      ? { place: 'longest_ms', expected: `at least shortest_ms, ${shortest}` }
      : null,
);

function isEachOnce<T>(expected: string): (values: readonly T[]) => string | null {
  return (values) => (new Set(values).size === values.length ? null : expected);
}

const emergency: StoredForm<EmergencyCreditSettings> = record<EmergencyCreditSettings>({
  limit: ['limit', credit],
  threshold: ['threshold', creditOrDebt],
  needsConfirmation: ['needs_confirmation', flag],
});

const friendlyWindow: StoredForm<FriendlyWindow> = record<FriendlyWindow>({
  weekdays: [
    'weekdays',
    where(list(whole(0, 6), { shortest: 1, longest: 7 }), isEachOnce('each day once')),
  ],
  fromMinute: ['from_minute', whole(0, 1439)],
  untilMinute: ['until_minute', whole(0, 1439)],
});

const friendly: StoredForm<FriendlySettings> = record<FriendlySettings>({
  windows: ['windows', list(friendlyWindow, { longest: 8 })],
  onSpecialDays: ['on_special_days', flag],
});

const accounting: StoredForm<AccountingSettings> = where(
  record<AccountingSettings>({
    commodity: ['commodity', oneOf('electricity', 'water', 'gas', 'time')],
    mode: ['mode', oneOf('energy', 'currency')],
    overdraft: ['overdraft', credit],
    emergency: ['emergency', nullable(emergency)],
    friendly: ['friendly', nullable(friendly)],
    creditLow: [
      'credit_low',
      where(list(creditOrDebt, { longest: 3 }), (limits) =>
        limits.every((limit, at) => at === 0 || limit < (limits[at - 1] ?? limit))
          ? null
          : 'each limit below the one before it',
      ),
    ],
    lifeline: ['lifeline_w', nullable(power)],
    billingDay: ['billing_day', whole(1, 28)],
    collectsBelowZero: ['collects_below_zero', flag],
  }),
  ({ commodity, lifeline }) =>
    lifeline !== null && commodity !== 'electricity'
      ? { place: 'lifeline_w', expected: 'null, because only electricity has a lifeline' }
      : null,
);

const overload: StoredForm<OverloadSettings> = record<OverloadSettings>({
  tripAfter: ['trip_after_ms', timer],
  waitBeforeRetry: ['wait_before_retry_ms', timer],
  tripsBeforeHold: ['trips_before_hold', whole(1, 255)],
  forgetAfter: ['forget_after_ms', timer],
});

const ratio: StoredForm<TransformerRatio> = record<TransformerRatio>({
  primary: ['primary', whole(1, 1_000_000)],
  secondary: ['secondary', whole(1, 1_000_000)],
});

type Transformer = Omit<Extract<SupplySettings['connection'], { kind: 'transformer' }>, 'kind'>;

const connection: StoredForm<SupplySettings['connection']> = standsAs(
  nullable(record<Transformer>({ current: ['current', ratio], voltage: ['voltage', ratio] })),
  {
    read: (ratios): SupplySettings['connection'] =>
      ratios === null ? { kind: 'direct' } : { kind: 'transformer', ...ratios },
    write: (written) => (written.kind === 'direct' ? null : written),
  },
);

const supply: StoredForm<SupplySettings> = record<SupplySettings>({
  phases: ['phases', oneOf(1, 3)],
  connection: ['transformer', connection],
  maximumPower: ['maximum_power_w', nullable(power)],
  overload: ['overload', overload],
  unbalance: ['unbalance', nullable(overload)],
  reconnectionDelayLongest: ['reconnection_delay_longest_ms', timer],
  reconnectsByKey: ['reconnects_by_key', flag],
  // The greatest power over an hour is still counted exactly.
  // Shorter windows than a minute would keep a meter busy with nothing else.
  demandWindow: ['demand_window_ms', nullable(whole(MINUTE_MS, HOUR_MS, milliseconds))],
  // Of no power at all every open switch would be welded, and nothing clears that.
  weldedPower: ['welded_power_w', whole(1, POWER_MAX, watts)],
});

const input: StoredForm<TamperInputSettings> = record<TamperInputSettings>({
  after: ['after_ms', timer],
  disconnects: ['disconnects', oneOf('no', 'while-active', 'until-cleared')],
  isKept: ['is_kept', flag],
  soundsBuzzer: ['sounds_buzzer', flag],
});

// Behind an open switch no current flows: the sign would end, the switch close, and so on for ever.
const inputOfCurrent: StoredForm<TamperInputSettings> = where(input, ({ disconnects }) =>
  disconnects === 'while-active'
    ? { place: 'disconnects', expected: 'no or until-cleared, because it is seen in a current' }
    : null,
);

const inputs: StoredForm<TamperSettings['inputs']> = someOf<
  Record<TamperInput, TamperInputSettings>
>({
  'terminal-cover': ['terminal_cover', input],
  'meter-cover': ['meter_cover', input],
  magnet: ['magnet', input],
  'reverse-energy': ['reverse_energy', inputOfCurrent],
  bypass: ['bypass', inputOfCurrent],
  'phase-loss': ['phase_loss', input],
  'over-voltage': ['over_voltage', input],
});

// Line to neutral, in tenths of a volt: no meter stands on ten kilovolts without a transformer.
const voltage: StoredForm<number> = whole(0, 100_000);

const tamper: StoredForm<TamperSettings> = record<TamperSettings>({
  inputs: ['inputs', inputs],
  overVoltage: ['over_voltage_tenth_v', voltage],
  phaseLossBelow: ['phase_loss_below_tenth_v', voltage],
  bypassCurrent: ['bypass_current_ma', whole(0, 10_000_000)],
  reverseEnergy: ['reverse_energy', oneOf('not-counted', 'counted-forwards')],
});

const face: StoredForm<FaceSettings> = record<FaceSettings>({
  shortCodes: ['short_codes', oneOf('default', 'lg', 'hexing', 'conlog')],
  currencySymbol: ['currency_symbol', printable(0, 3)],
  isSplit: ['is_split', flag],
});

export const SETTINGS_FORM: StoredObjectForm<MeterSettings> = record<MeterSettings>({
  model: ['model', printable(0, 16)],
  lockOut: ['lock_out', lockOut],
  accounting: ['accounting', accounting],
  supply: ['supply', supply],
  tamper: ['tamper', tamper],
  face: ['face', face],
});
