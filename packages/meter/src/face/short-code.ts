/**
 * Short codes: up to three digits and ENTER show a value of the meter or ask it for something. There
 * is no standard for them; each maker has its own. The profiles have numbers as seen on meters of
 * these makers, from manuals and from hearsay: nobody promises that a given model has them all or
 * means exactly the same. What the values are is in short-code-readings.ts.
 */
import type { FaceSettings } from '../settings.ts';
import type { FaceFacts } from './face-facts.ts';
import { READINGS, type ReadingName, tokenIdentifierReading } from './short-code-readings.ts';

export type ShortCodeProfileName = FaceSettings['shortCodes'];

export interface ShortCode {
  readonly code: string;
  /** What the value is; with the code before it at most 24 characters. */
  readonly label: string;
  /** Whether the info key stops here. */
  readonly isWalked: boolean;
  /** The value as text, at most 24 characters. Changes nothing. */
  readonly read: (facts: FaceFacts) => string;
}

/** A code that asks for something instead of showing a value. */
export interface ShortCodeAction {
  readonly code: string;
  readonly effect: 'select-emergency' | 'mute-buzzer';
}

export interface ShortCodeProfile {
  /** In the order in which the info key shows those that are walked. */
  readonly codes: readonly ShortCode[];
  readonly actions: readonly ShortCodeAction[];
}

type CodeRow = readonly [code: string, reading: ReadingName, walked?: 'walked'];

const DEFAULT_ROWS: readonly CodeRow[] = [
  ['000', 'meter-number', 'walked'],
  ['002', 'credit', 'walked'],
  ['001', 'flow-now', 'walked'],
  ['061', 'total-used', 'walked'],
  ['012', 'days-left', 'walked'],
  ['060', 'supply-group-code', 'walked'],
  ['058', 'tariff-index', 'walked'],
  ['057', 'key-revision-type', 'walked'],
  ['003', 'rate-now'],
  ['004', 'tariff-name'],
  ['005', 'flow-limit'],
  ['006', 'used-today'],
  ['007', 'used-yesterday'],
  ['008', 'used-seven-days'],
  ['009', 'emergency-left'],
  ['013', 'alarm-level-1'],
  ['014', 'alarm-level-2'],
  ['015', 'alarm-level-3'],
  ['040', 'tamper'],
  ['041', 'maximum-demand'],
  ['048', 'firmware-version'],
  ['049', 'last-result'],
  ['054', 'last-credit-at'],
  ['055', 'last-credit-token'],
  ['056', 'last-credit-value'],
  ['059', 'credit-exact'],
  ['062', 'key-expiry-number'],
  ['063', 'encryption-algorithm'],
  ['071', 'rate-1-used'],
  ['072', 'rate-2-used'],
  ['073', 'rate-3-used'],
  ['074', 'rate-4-used'],
  ['075', 'rate-5-used'],
  ['076', 'rate-6-used'],
  ['077', 'rate-7-used'],
  ['078', 'rate-8-used'],
];

const LG_ROWS: readonly CodeRow[] = [
  ['000', 'meter-number', 'walked'],
  ['001', 'flow-now', 'walked'],
  ['002', 'credit', 'walked'],
  ['006', 'used-today', 'walked'],
  ['007', 'used-yesterday', 'walked'],
  // Thirty days on theirs; this meter remembers a week.
  ['008', 'used-seven-days', 'walked'],
  ['061', 'total-used', 'walked'],
  ['056', 'last-credit-value', 'walked'],
  ['012', 'alarm-level-1'],
  ['048', 'firmware-version'],
  ['054', 'last-credit-at'],
  ['055', 'last-credit-token'],
  ['057', 'key-revision-type'],
  ['058', 'tariff-index'],
  ['059', 'credit-exact'],
  ['060', 'supply-group-code'],
];

const HEXING_ROWS: readonly CodeRow[] = [
  ['801', 'credit', 'walked'],
  ['804', 'meter-number', 'walked'],
  ['807', 'voltage', 'walked'],
  ['808', 'current', 'walked'],
  ['814', 'flow-now', 'walked'],
  ['815', 'last-credit-at', 'walked'],
  ['817', 'last-credit-value', 'walked'],
  ['851', 'total-used', 'walked'],
  ['869', 'flow-limit'],
];

const CONLOG_ROWS: readonly CodeRow[] = [
  // Only 078 is known of theirs; the others are ours, where theirs could not be found.
  ['000', 'meter-number', 'walked'],
  ['001', 'flow-now', 'walked'],
  ['002', 'credit', 'walked'],
  ['061', 'total-used', 'walked'],
  ['078', 'last-result', 'walked'],
  ['040', 'tamper'],
  ['057', 'key-revision-type'],
  ['058', 'tariff-index'],
  ['060', 'supply-group-code'],
];

/** The store of token identifiers, the newest first, where Landis+Gyr show the last tokens. */
const LG_TOKENS: readonly ShortCode[] = Array.from({ length: 50 }, (_, index) => ({
  code: String(301 + index),
  label: `TOKEN ID ${index + 1}`,
  isWalked: false,
  read: (facts) => tokenIdentifierReading(facts, index),
}));

const PROFILES: Readonly<Record<ShortCodeProfileName, ShortCodeProfile>> = {
  default: {
    codes: DEFAULT_ROWS.map(shortCode),
    actions: [
      { code: '811', effect: 'select-emergency' },
      { code: '812', effect: 'mute-buzzer' },
    ],
  },
  lg: { codes: [...LG_ROWS.map(shortCode), ...LG_TOKENS], actions: [] },
  hexing: {
    codes: HEXING_ROWS.map(shortCode),
    actions: [
      { code: '811', effect: 'select-emergency' },
      { code: '812', effect: 'mute-buzzer' },
    ],
  },
  conlog: { codes: CONLOG_ROWS.map(shortCode), actions: [] },
};

export function shortCodeProfile(name: ShortCodeProfileName): ShortCodeProfile {
  return PROFILES[name];
}

function shortCode([code, name, walked]: CodeRow): ShortCode {
  const { label, read } = READINGS[name];
  return { code, label, isWalked: walked !== undefined, read };
}
