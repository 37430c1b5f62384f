/** The requests of a page to a meter emulator. It has no users, so nothing secret goes there. */
import type { MeterKey, TamperSensor } from '@wattvend/meter/meter-event.js';
import { parseStreet, type StreetMeter } from './emulator-messages.ts';

/** What can be asked of a meter on its live line. */
export type EmulatorRequest =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'sensor'; readonly sensor: TamperSensor; readonly is_active: boolean }
  | { readonly kind: 'power'; readonly is_on: boolean }
  | { readonly kind: 'load'; readonly appliances: readonly string[] };

export type StreetAnswer =
  | { readonly kind: 'street'; readonly meters: readonly StreetMeter[] }
  /** A browser does not tell a page whether it was refused or nobody was there. */
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'not-understood' };

const TIME_OUT_MILLISECONDS = 5_000;

function asking(more: RequestInit): RequestInit {
  const signal = AbortSignal.timeout(TIME_OUT_MILLISECONDS);
  return { credentials: 'omit', redirect: 'error', signal, ...more };
}

export async function fetchStreet(emulatorUrl: string): Promise<StreetAnswer> {
  let json: unknown;
  try {
    const response = await fetch(`${emulatorUrl}/v1/meters`, asking({}));
    if (!response.ok) return { kind: 'no-answer' };
    json = await response.json();
  } catch (error) {
    return { kind: error instanceof SyntaxError ? 'not-understood' : 'no-answer' };
  }
  const meters = parseStreet(json);
  return meters === null ? { kind: 'not-understood' } : { kind: 'street', meters };
}

/** Of the whole street. What came of it is seen in the next picture. */
export async function askForSpeed(emulatorUrl: string, speed: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ speed });
  try {
    await fetch(`${emulatorUrl}/v1/speed`, asking({ method: 'POST', headers, body }));
  } catch {
    // The live line tells of an emulator that is gone.
  }
}

/** Where a meter is seen live. */
export function liveAddress(emulatorUrl: string, meterNumber: string): string {
  const { host } = new URL(emulatorUrl);
  return `ws://${host}/v1/meters/${encodeURIComponent(meterNumber)}/live`;
}

export function keyRequest(key: MeterKey): EmulatorRequest {
  return { kind: 'key', key: key.kind === 'digit' ? key.digit : key.kind };
}

const PORT_DEFAULT = '9340';

/** What to type so that the emulator is there and lets this page in. */
export function startCommand(emulatorUrl: string, pageOrigin: string): string {
  const { port } = new URL(emulatorUrl);
  const number = port === '' ? '80' : port;
  return [
    'node apps/meter-emulator/bin/meter-emulator.js --test-meters 3',
    ...(number === PORT_DEFAULT ? [] : [`--port ${number}`]),
    `--allow-origin ${pageOrigin}`,
  ].join(' ');
}
