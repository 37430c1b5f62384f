/** What was read within one element of a camt.053: texts and currencies by their path in it. */
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { ParsedDecimalMoney } from './decimal-money.ts';

// An element may repeat; more of one kind than this tells a person nothing.
const REPEATS_MAX = 50;

interface Field {
  readonly text: string;
  readonly currency: string | null;
}

export class CamtFields {
  readonly #fields = new Map<string, Field[]>();

  add(path: string, text: string, currency: string | null): void {
    if (text === '') return;
    const fields = this.#fields.get(path);
    if (fields === undefined) this.#fields.set(path, [{ text, currency }]);
    else if (fields.length < REPEATS_MAX) fields.push({ text, currency });
  }

  /** The first text at the first of the paths that has one. */
  text(...paths: readonly string[]): string | null {
    for (const path of paths) {
      const found = this.#fields.get(path)?.[0];
      if (found !== undefined) return found.text;
    }
    return null;
  }

  /** All texts at a path. */
  texts(path: string): readonly string[] {
    return this.#fields.get(path)?.map((field) => field.text) ?? [];
  }

  /** All amounts at the first of the paths that has any. */
  fields(...paths: readonly string[]): readonly Field[] {
    for (const path of paths) {
      const found = this.#fields.get(path);
      if (found !== undefined) return found;
    }
    return [];
  }
}

export interface CamtMoneyTerms {
  readonly currencyCode: string;
  readonly readMoney: (text: string) => ParsedDecimalMoney;
}

export type CamtMoney =
  | { readonly kind: 'money'; readonly money: MinorUnits }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly found: string; readonly expected: string };

/** The first amount at the paths; it must be in the currency of the ledger. */
export function camtMoney(
  fields: CamtFields,
  terms: CamtMoneyTerms,
  ...paths: readonly string[]
): CamtMoney {
  const [first] = fields.fields(...paths);
  if (first === undefined) return { kind: 'none' };
  const { text: found, currency } = first;
  if (currency !== terms.currencyCode) {
    return { kind: 'fault', found: currency ?? '', expected: `amounts in ${terms.currencyCode}` };
  }
  const money = terms.readMoney(found);
  if (money.kind === 'fault') return { ...money, found };
  if (money.money < 0n) return { kind: 'fault', found, expected: 'an amount without a sign' };
  return money;
}

/** The amount with the sign of its indicator. */
export function camtSigned(
  money: CamtMoney,
  indicator: string | null,
): Exclude<CamtMoney, { readonly kind: 'none' }> {
  if (money.kind === 'fault') return money;
  if (money.kind === 'none') return { kind: 'fault', found: '', expected: 'an amount' };
  if (indicator === 'CRDT') return money;
  if (indicator === 'DBIT') return { kind: 'money', money: minorUnits(-money.money) };
  return { kind: 'fault', found: indicator ?? '', expected: 'CRDT or DBIT' };
}
