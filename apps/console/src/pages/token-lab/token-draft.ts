/**
 * A token as it is being built: texts in fields, and the twenty digits they make. The fields are
 * those of the row of the table, so that a new row needs nothing here but a label for its member.
 */
import { instant } from '@wattvend/quantities/time.js';
import type { FieldKind, TokenField, TokenLayout } from '@wattvend/sts/layouts.js';
import { STS_REFUSALS, type StsRefusal } from '@wattvend/sts/refusal.js';
import { controlOfTests } from '@wattvend/sts/test-display.js';
import { decryptToken, encryptToken, type NumericToken, type Token } from '@wattvend/sts/token.js';
import {
  type BaseDate,
  specialTokenIdentifier,
  type TokenIdentifier,
  tokenIdentifierAt,
} from '@wattvend/sts/token-identifier.js';
import type { LabKey } from './key-draft.ts';
import { wholeNumber } from './key-draft.ts';
import { attempt, type Faults } from './refused.ts';

export interface TokenDraft {
  /** By member of the token. */
  readonly values: Readonly<Record<string, string>>;
  readonly tests: readonly number[];
  /** "2026-11-22T14:05", in UTC. */
  readonly time: string;
  /** A special token takes 00:01 of its day. */
  readonly isSpecial: boolean;
}

interface Unit {
  readonly name: string;
  /** Decimals of the unit that the token counts. */
  readonly places: number;
}

/** The kinds of field that carry an amount, and what one unit of it is for people. */
export const UNITS: Partial<Record<FieldKind, Unit>> = {
  energy: { name: 'kWh', places: 1 },
  volume: { name: 'm³', places: 1 },
  span: { name: 'minutes', places: 1 },
  power: { name: 'W', places: 0 },
  currency: { name: 'of the base currency', places: 5 },
};

/** One field of the form for each member: two fields of the table can be one number. */
export function membersOf(row: TokenLayout): readonly TokenField[] {
  return row.fields.filter(
    (field, at) =>
      field.holds !== 'padding' && row.fields.findIndex(({ name }) => name === field.name) === at,
  );
}

type ReadScaled =
  | { readonly kind: 'value'; readonly value: bigint }
  | { readonly kind: 'fault'; readonly sentence: string };

/** Reads a decimal exactly: "25.6" with one place is 256. No float comes near it. */
export function readScaled(typed: string, unit: Unit): ReadScaled {
  const text = typed.replaceAll(/\s/g, '');
  if (text === '') return { kind: 'fault', sentence: '' };
  const match = /^(-?)(\d{1,40})(?:\.(\d*))?$/.exec(text);
  if (match === null) {
    const example = unit.places === 0 ? '7000' : '25.6';
    return { kind: 'fault', sentence: `Write the number with digits and a point: ${example}.` };
  }
  const [, sign = '', whole = '', decimals = ''] = match;
  if (decimals.length > unit.places) return { kind: 'fault', sentence: tooFine(unit) };
  const size = BigInt(whole + decimals.padEnd(unit.places, '0'));
  return { kind: 'value', value: sign === '-' ? -size : size };
}

function tooFine({ name, places }: Unit): string {
  if (places === 0) return `The token counts whole ${name}.`;
  return `The token counts ${places === 1 ? 'tenths' : 'hundred-thousandths'} ${name === 'of the base currency' ? name : `of ${name}`}.`;
}

/** The reverse, with the digits before the point in groups: 256 with one place is "25.6". */
export function writeScaled(value: bigint, places: number): string {
  const size = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const whole = size.slice(0, size.length - places).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');
  const decimals = places === 0 ? '' : `.${size.slice(-places)}`;
  return `${value < 0n ? '−' : ''}${whole}${decimals}`;
}

/** The minute of a draft, or why it has none. */
export function readTokenIdentifier(
  draft: TokenDraft,
  baseDate: BaseDate,
):
  | { readonly kind: 'value'; readonly value: TokenIdentifier }
  | { readonly kind: 'fault'; readonly sentence: string } {
  const milliseconds = Date.parse(`${draft.time}Z`);
  if (Number.isNaN(milliseconds)) return { kind: 'fault', sentence: 'Give a date and a time.' };
  const read = draft.isSpecial ? specialTokenIdentifier : tokenIdentifierAt;
  const identified = read(instant(milliseconds), baseDate);
  return identified.kind === 'fault'
    ? { kind: 'fault', sentence: STS_REFUSALS[identified.fault] }
    : { kind: 'value', value: identified.tokenIdentifier };
}

export interface BuiltToken {
  readonly kind: 'built';
  readonly digits: NumericToken;
  /** What the token will carry, where its field could not hold what was asked for. */
  readonly rounded: { readonly asked: string; readonly carried: string } | null;
}

export type TokenBuild = BuiltToken | { readonly kind: 'faults'; readonly faults: Faults };

/** Makes the token, or says at each field why not. */
export function buildToken(row: TokenLayout, draft: TokenDraft, key: LabKey): TokenBuild {
  const faults: Record<string, string> = {};
  const members: Record<string, number | bigint> = {};
  for (const field of membersOf(row)) {
    const read = readMember(row, field, draft, key.candidate.baseDate);
    if (read.kind === 'fault') faults[field.name] = read.sentence;
    else members[field.name] = read.value;
  }
  if (row.fields.some(({ holds }) => holds === 'padding')) members['padding'] = 0;
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };
  const { tokenClass, subclass, name } = row;
  const token: unknown = { tokenClass, subclass, name, ...members };
  const { cipher } = key.candidate;
  const made = attempt(() =>
    encryptToken(token as Token, cipher, draft.isSpecial && hasTime(row) ? 'special' : 'ordinary'),
  );
  if (made.kind === 'refused') {
    return { kind: 'faults', faults: { [memberOf(row, made.refusal)]: made.sentence } };
  }
  return { kind: 'built', digits: made.value, rounded: roundingOf(row, members, made.value, key) };
}

/** Whether the token carries a minute. */
function hasTime(row: TokenLayout): boolean {
  return row.fields.some(({ holds }) => holds === 'tokenIdentifier');
}

type ReadMember =
  | { readonly kind: 'value'; readonly value: number | bigint }
  | { readonly kind: 'fault'; readonly sentence: string };

function readMember(
  row: TokenLayout,
  field: TokenField,
  draft: TokenDraft,
  baseDate: BaseDate,
): ReadMember {
  if (field.holds === 'tokenIdentifier') return readTokenIdentifier(draft, baseDate);
  if (field.name === 'control') {
    const control = attempt(() => controlOfTests(draft.tests, row.subclass === 0 ? 0 : 1));
    if (control.kind === 'value') return control;
    return {
      kind: 'fault',
      sentence: draft.tests.length === 0 ? 'Choose a test.' : control.sentence,
    };
  }
  const typed = draft.values[field.name] ?? '';
  const unit = UNITS[field.holds];
  if (unit === undefined) {
    if (typed.trim() === '') return { kind: 'fault', sentence: '' };
    const value = wholeNumber(typed);
    const greatest = 2 ** field.width - 1;
    if (value >= 0 && value <= greatest) return { kind: 'value', value };
    return { kind: 'fault', sentence: `Write a whole number from 0 to ${greatest}.` };
  }
  const read = readScaled(typed, unit);
  if (read.kind === 'fault' || field.holds === 'currency') return read;
  if (read.value < 0n) return { kind: 'fault', sentence: 'Only money can be less than zero here.' };
  return { kind: 'value', value: Number(read.value) };
}

const KIND_OF_REFUSAL: Partial<Record<StsRefusal, readonly FieldKind[]>> = {
  'reserved-minute': ['tokenIdentifier'],
  'not-reserved-minute': ['tokenIdentifier'],
  'amount-above-code': ['energy', 'volume', 'span', 'power', 'currency'],
};

function memberOf(row: TokenLayout, refusal: StsRefusal | null): string {
  if (refusal === null) return '';
  if (refusal === 'manufacturer-code') return 'manufacturerCode';
  const kinds = KIND_OF_REFUSAL[refusal];
  return row.fields.find(({ holds }) => kinds?.includes(holds) === true)?.name ?? '';
}

// Asked of the token itself, read back, and not reckoned a second time.
function roundingOf(
  row: TokenLayout,
  members: Readonly<Record<string, number | bigint>>,
  digits: NumericToken,
  key: LabKey,
): BuiltToken['rounded'] {
  const field = membersOf(row).find(({ holds }) => UNITS[holds] !== undefined);
  const unit = field === undefined ? undefined : UNITS[field.holds];
  const read = decryptToken(digits, key.candidate.cipher);
  if (field === undefined || unit === undefined || read.kind === 'fault') return null;
  const token: unknown = read.token;
  const carried = (token as Readonly<Record<string, number | bigint>>)[field.name];
  const asked = members[field.name];
  if (carried === undefined || asked === undefined || carried === asked) return null;
  const write = (value: number | bigint): string =>
    `${writeScaled(BigInt(value), unit.places)} ${unit.name}`;
  return { asked: write(asked), carried: write(carried) };
}
