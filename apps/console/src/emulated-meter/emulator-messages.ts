/**
 * What a meter emulator says of its meters (docs/guides/meter-emulator.md), read with distrust: it is
 * another program, and perhaps another version of it.
 */
import type { Display } from '@wattvend/meter/display.js';
import { LOG_CODES, type LogCode, type LogEntry } from '@wattvend/meter/event-log.js';
import type { TamperSensor } from '@wattvend/meter/meter-event.js';
import { instant } from '@wattvend/quantities/time.js';
import {
  type Is,
  isFlag,
  isListOf,
  isOneOf,
  isRecord,
  isText,
  isTime,
  isWhole,
} from './json-shape.ts';

/** A meter in the list of its street. */
export interface StreetMeter {
  readonly meterNumber: string;
  readonly model: string;
  readonly isSupplied: boolean;
  /** Null for a meter of something else. */
  readonly creditWh: number | null;
}

export interface EmulatedMeter {
  readonly meterNumber: string;
  readonly model: string;
  readonly isElectric: boolean;
  /** The meter's own, in UTC. */
  readonly clock: string;
  readonly speed: number;
  readonly isPowered: boolean;
  readonly display: Display;
  /** W; for anything but electricity, dm³ per hour. */
  readonly flowing: number;
  readonly phases: 1 | 3;
  readonly sensors: readonly TamperSensor[];
  readonly profile: string;
  readonly appliances: readonly string[];
  /** The latest, oldest first. */
  readonly log: readonly LogEntry[];
}

export type EmulatorMessage =
  | { readonly kind: 'picture'; readonly meter: EmulatedMeter }
  /** The emulator did not do what it was asked. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** It did; what came of it is in the next picture. */
  | { readonly kind: 'done' }
  | { readonly kind: 'fault' };

const isMeterNumber: Is<string> = (json): json is string =>
  typeof json === 'string' && /^\d{11,13}$/.test(json);

const isLogCode: Is<LogCode> = (json): json is LogCode =>
  typeof json === 'string' && Object.hasOwn(LOG_CODES, json);

const isStreet = isRecord({
  meters: isListOf(
    isRecord({
      meter_number: isMeterNumber,
      model: isText,
      supply: isRecord({ is_closed: isFlag }),
      credit: isListOf(isRecord({ service: isWhole, credit: isText })),
    }),
  ),
});

const isIcons = isRecord({
  load_switch_closed: isFlag,
  accept: isFlag,
  reject: isFlag,
  low_credit: isFlag,
  low_credit_level: isOneOf<Display['icons']['lowCreditLevel']>([0, 1, 2, 3]),
  tamper: isFlag,
  emergency: isFlag,
  locked: isFlag,
  overload: isFlag,
  buzzer: isFlag,
  link: isOneOf<Display['icons']['link']>(['none', 'good', 'lost']),
  load_bar: isWhole,
});

const isDisplay = isRecord({
  primary: isText,
  secondary: isText,
  sentence: isText,
  entry_groups: isListOf(isText),
  digit_count: isWhole,
  icons: isIcons,
});

const isPicture = isRecord({
  meter_number: isMeterNumber,
  model: isText,
  commodity: isText,
  clock: isTime,
  speed: isWhole,
  is_powered: isFlag,
  display: isDisplay,
  flowing: isWhole,
  phases: isListOf(isRecord({ power_w: isWhole })),
  sensors: isRecord({ 'terminal-cover': isFlag, 'meter-cover': isFlag, magnet: isFlag }),
  load: isRecord({ profile: isText, appliances: isListOf(isText) }),
  log: isListOf(isRecord({ number: isWhole, at: isTime, code: isLogCode, detail: isText })),
});

type Guarded<Check> = Check extends Is<infer Value> ? Value : never;

const isPictureMessage = isRecord({ kind: isOneOf(['picture']), picture: isPicture });
const isDone = isRecord({
  kind: isOneOf(['answer']),
  answer: isRecord({ kind: isOneOf(['done']) }),
});
const isProblem = isRecord({
  kind: isOneOf(['problem']),
  problem: isRecord({ detail: isText }),
});

/** The answer to GET /v1/meters; null when it is none. */
export function parseStreet(json: unknown): readonly StreetMeter[] | null {
  if (!isStreet(json)) return null;
  return json.meters.map(({ credit, meter_number: meterNumber, model, supply }) => ({
    meterNumber,
    model,
    isSupplied: supply.is_closed,
    creditWh: wattHoursOf(credit.find(({ service }) => service === 0)?.credit),
  }));
}

function wattHoursOf(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** One message of the live line. */
export function parseEmulatorMessage(text: string): EmulatorMessage {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'fault' };
  }
  if (isPictureMessage(json)) return { kind: 'picture', meter: meterOf(json.picture) };
  if (isProblem(json)) return { kind: 'refused', sentence: json.problem.detail };
  return { kind: isDone(json) ? 'done' : 'fault' };
}

const SENSORS: readonly TamperSensor[] = ['terminal-cover', 'meter-cover', 'magnet'];

function meterOf(picture: Guarded<typeof isPicture>): EmulatedMeter {
  return {
    meterNumber: picture.meter_number,
    model: picture.model,
    isElectric: picture.commodity === 'electricity',
    clock: picture.clock,
    speed: picture.speed,
    isPowered: picture.is_powered,
    display: displayOf(picture.display),
    flowing: picture.flowing,
    phases: picture.phases.length > 1 ? 3 : 1,
    sensors: SENSORS.filter((sensor) => picture.sensors[sensor]),
    profile: picture.load.profile,
    appliances: picture.load.appliances,
    log: picture.log.map(({ at, code, detail, number }) => ({
      ...{ number, code, detail },
      at: instant(Date.parse(at)),
    })),
  };
}

function displayOf(shown: Guarded<typeof isDisplay>): Display {
  const { icons } = shown;
  return {
    primary: shown.primary,
    secondary: shown.secondary,
    sentence: shown.sentence,
    entryGroups: shown.entry_groups,
    digitCount: shown.digit_count,
    icons: {
      loadSwitchClosed: icons.load_switch_closed,
      accept: icons.accept,
      reject: icons.reject,
      lowCredit: icons.low_credit,
      lowCreditLevel: icons.low_credit_level,
      tamper: icons.tamper,
      emergency: icons.emergency,
      locked: icons.locked,
      overload: icons.overload,
      buzzer: icons.buzzer,
      link: icons.link,
      loadBar: icons.load_bar,
    },
  };
}
