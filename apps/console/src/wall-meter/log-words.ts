/** The event log of a meter in plain sentences. */
import type { LogCode, LogEntry } from '@wattvend/meter/event-log.js';

export type LogTone = 'good' | 'bad' | 'plain';

interface LogRow {
  readonly tone: LogTone;
  readonly sentence: string | ((detail: string) => string);
}

/** What the entry tells a person. */
export function logSentence({ code, detail }: LogEntry): string {
  const { sentence } = LOG_ROWS[code];
  return typeof sentence === 'string' ? sentence : sentence(detail);
}

export function logTone({ code }: LogEntry): LogTone {
  return LOG_ROWS[code].tone;
}

const OPENED: Readonly<Record<string, string>> = {
  welded: 'the switch has a fault.',
  'no-power': 'the power failed.',
  'not-commissioned': 'the meter is not in service.',
  remote: 'the utility asked for it.',
  tamper: 'of tampering.',
  overload: 'too much was switched on.',
  unbalance: 'the phases carried too different a load.',
  credit: 'the credit is used up.',
  key: 'somebody pressed the key at the switch.',
  delay: 'the supply comes back after a delay.',
};

const CARRIED: Readonly<Record<string, string>> = {
  credit: 'The load switch closed: the house has power.',
  emergency: 'The load switch closed: emergency credit carries the house.',
  friendly: 'The load switch closed: the supply is not cut in these hours.',
  lifeline: 'The load switch closed: a little power without credit.',
};

const INPUTS: Readonly<Record<string, string>> = {
  'terminal-cover': 'the terminal cover is open',
  'meter-cover': 'the meter cover is open',
  magnet: 'a magnet is at the meter',
  'reverse-energy': 'energy flows backwards',
  bypass: 'energy goes around the meter',
  'phase-loss': 'a phase is missing',
  'over-voltage': 'the voltage is too high',
};

const LOG_ROWS: Readonly<Record<LogCode, LogRow>> = {
  'meter-made': plain('The meter was made.'),
  commissioned: good('The meter was put into service.'),
  decommissioned: bad('The meter was taken out of service.'),
  'token-accepted': good(tokenSentence),
  'locked-out': bad((detail) => `The meter locked its keypad: ${detail.toLowerCase()}.`),
  'key-changed': good('The key of the meter was changed.'),
  'credit-cleared': bad('The credit was set to zero.'),
  'limit-set': plain(limitSentence),
  'tamper-began': bad((detail) => `Tamper alarm: ${inputWords(detail)}.`),
  'tamper-ended': plain((detail) => `No longer so: ${inputWords(detail)}.`),
  'tamper-cleared': good('The tamper condition was cleared.'),
  'switch-welded': bad('Energy flows although the load switch is open.'),
  'switch-opened': bad((detail) => `The load switch opened: ${openedWords(detail)}`),
  'switch-closed': good((detail) => CARRIED[detail] ?? 'The load switch closed.'),
  'overload-trip': bad('Too much was switched on for too long.'),
  'overload-held': bad('Too often too much: the supply waits for the key at the switch.'),
  'credit-low': plain((detail) => `Low credit, level ${detail}.`),
  'credit-exhausted': bad('The credit is used up.'),
  'emergency-selected': plain('Emergency credit was taken.'),
  'power-failed': bad('The power failed.'),
  'power-returned': good('The power came back.'),
  'clock-set': plain('The clock was set.'),
  'remote-disconnect': bad('The utility switched the supply off.'),
  'remote-reconnect': good('The utility allowed the supply again.'),
  'settings-changed': plain('The settings were changed.'),
  'tariff-changed': plain((detail) => `The tariff was changed: ${detail}.`),
  'prices-changed': plain('The prices were changed.'),
  'charge-set': plain((detail) => `A charge was set: ${detail}.`),
  'charge-collected': plain((detail) => `A charge was collected: ${detail}.`),
  'demand-reset': plain('The maximum demand began anew.'),
  'upgrade-started': plain('A new program is being received.'),
  'upgrade-verified': good('The new program is genuine and whole.'),
  'upgrade-refused': bad((detail) => `The new program was refused: ${detail}.`),
  'upgrade-activated': plain('The new program was started.'),
  'upgrade-confirmed': good('The new program runs well.'),
  'upgrade-fell-back': bad('The new program did not run; the old one runs again.'),
  'memory-recovered': plain('The meter found its memory again after the power failed.'),
};

function plain(sentence: LogRow['sentence']): LogRow {
  return { tone: 'plain', sentence };
}

function good(sentence: LogRow['sentence']): LogRow {
  return { tone: 'good', sentence };
}

function bad(sentence: LogRow['sentence']): LogRow {
  return { tone: 'bad', sentence };
}

// "SERVICE 0 10.0": electricity is service 0.
function tokenSentence(detail: string): string {
  const [, service, units] = /^SERVICE (\d) (\S+)/.exec(detail) ?? [];
  if (service !== '0' || units === undefined) return 'A credit token was accepted.';
  return units.startsWith('-')
    ? `A token took ${units.slice(1)} kWh.`
    : `A token brought ${units} kWh.`;
}

// "POWER 2000 W" or "UNBALANCE 2500 W".
function limitSentence(detail: string): string {
  const [, what, limit] = /^(POWER|UNBALANCE) (\d+) W$/.exec(detail) ?? [];
  if (limit === undefined) return 'A limit was set.';
  return what === 'POWER'
    ? `The power limit is now ${limit} W.`
    : `The phases may now differ by ${limit} W.`;
}

/** What a tamper input means. */
export function inputWords(detail: string): string {
  return INPUTS[detail] ?? detail;
}

function openedWords(detail: string): string {
  return OPENED[detail] ?? `${detail}.`;
}
