/** What the keys of a terminal do to the meter on it: pure, a table. */
import { EXTRA_LOADS } from '../load/appliances.ts';
import type { MeterPicture } from '../street/picture-schema.ts';
import type { MeterRequest } from '../street/request-schema.ts';

export type KeyDone = MeterRequest | { readonly kind: 'quit' } | null;

const ENTER = '\r';
const NEWLINE = '\n';
const ESCAPE = '\u001b';
const CONTROL_C = '\u0003';
const CONTROL_D = '\u0004';

const METER_KEYS: Readonly<Record<string, string>> = {
  [ENTER]: 'enter',
  [NEWLINE]: 'enter',
  '\u007f': 'backspace',
  '\b': 'backspace',
  [ESCAPE]: 'clear',
  i: 'info',
  e: 'hold-enter',
  s: 'switch',
};

const SENSOR_KEYS: Readonly<Record<string, 'terminal-cover' | 'meter-cover' | 'magnet'>> = {
  t: 'terminal-cover',
  c: 'meter-cover',
  m: 'magnet',
};

/** Null for what means nothing here. */
export function keyDone(key: string, picture: MeterPicture): KeyDone {
  if (/^[0-9]$/.test(key)) return { kind: 'key', key };
  const meterKey = METER_KEYS[key];
  if (meterKey !== undefined) return { kind: 'key', key: meterKey } as MeterRequest;
  const sensor = SENSOR_KEYS[key];
  if (sensor !== undefined) {
    return { kind: 'sensor', sensor, is_active: picture.sensors[sensor] !== true };
  }
  switch (key) {
    case 'p':
      return { kind: 'power', is_on: !picture.is_powered };
    case 'l':
      return { kind: 'load', appliances: [...nextExtraLoad(picture.load.appliances)] };
    case 'q':
    case CONTROL_C:
    case CONTROL_D:
      return { kind: 'quit' };
    default:
      return null;
  }
}

function nextExtraLoad(on: readonly string[]): readonly string[] {
  const at = EXTRA_LOADS.findIndex((each) => each.join() === on.join());
  return EXTRA_LOADS[(at + 1) % EXTRA_LOADS.length] ?? [];
}

/**
 * Cuts what a terminal sent into keys. Arrows and the like begin with ESC and are no keys of a meter;
 * an ESC alone is.
 */
export function keysOf(sent: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what terminals send.
  return sent.match(/\u001b[[O][0-9;]*[~A-Za-z]|[\s\S]/g) ?? [];
}
