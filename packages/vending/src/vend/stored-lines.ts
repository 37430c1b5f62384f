/**
 * The lines of a vend as the database keeps them: a JSON array for each, as short as it can be,
 * since most of a vend's row is its lines. What the tariff's version says by itself (names, rates,
 * accounts) is not repeated; a debt is no part of a tariff and brings its own.
 *
 * A line is [kind, id, money, …]. Money and prices are decimal strings, since a JSON number is a
 * float; the reports read the first three members in SQL.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { QuoteLine } from '@wattvend/tariff/quote.js';
import type { Tariff } from '@wattvend/tariff/tariff.js';

type Line<Kind extends QuoteLine['kind']> = Extract<QuoteLine, { readonly kind: Kind }>;
type Price = Line<'energy'>['price'];
type PriceOfPerKwh = Line<'per-kwh'>['price'];

const KIND_LETTERS = {
  debt: 'd',
  fee: 'c',
  fixed: 'f',
  energy: 'e',
  'per-kwh': 'k',
  rate: 'r',
  free: 'u',
  'in-meter': 'm',
} as const satisfies Record<QuoteLine['kind'], string>;

/** The kind of line a letter stands for. Throws for a letter that is not ours. */
export function kindOfLetter(letter: string): QuoteLine['kind'] {
  const kinds = Object.keys(KIND_LETTERS) as readonly QuoteLine['kind'][];
  const kind = kinds.find((each) => KIND_LETTERS[each] === letter);
  if (kind === undefined) throw new Error(`a stored line is of the kind ${letter}`);
  return kind;
}

/** [kind, id, money, …]. */
export type StoredLine = readonly [string, string, string, ...(string | number | null)[]];

/** The JSON text of a vend's lines. */
export function storedLines(lines: readonly QuoteLine[]): string {
  return JSON.stringify(
    lines.map((line) => [KIND_LETTERS[line.kind], line.id, String(line.money), ...restOf(line)]),
  );
}

/** A line as far as it was given back; null where nothing is counted in energy. */
export interface LineTakenBack {
  readonly line: QuoteLine;
  readonly money: MinorUnits;
  readonly energy: TenthKwh | null;
}

/** The JSON text of what was given back of a vend's lines; only the reports read it, in SQL. */
export function storedLinesTakenBack(lines: readonly LineTakenBack[]): string {
  return JSON.stringify(
    lines.map(({ line, money, energy }) => [
      KIND_LETTERS[line.kind],
      line.id,
      String(money),
      energy,
    ]),
  );
}

function restOf(line: QuoteLine): readonly (string | number | null)[] {
  switch (line.kind) {
    case 'debt':
      return [String(line.balanceAfter), line.name, line.account];
    case 'fixed':
      return [line.from, line.to, line.count, line.isPart ? 1 : 0];
    case 'energy':
      return [line.energy, String(line.price), line.step];
    case 'per-kwh':
      return [line.energy, String(line.price), line.month];
    case 'rate':
      return [String(line.base)];
    case 'free':
      return [line.energy];
    case 'fee':
      return [line.channel];
    case 'in-meter':
      return [];
  }
}

/** The lines again. `tariff` is the version the vend was made under. Throws for what is not ours. */
export function linesFromStored(
  stored: readonly StoredLine[],
  tariff: Tariff | null,
): readonly QuoteLine[] {
  return stored.map((line) => lineFromStored(line, tariff));
}

function lineFromStored(stored: StoredLine, tariff: Tariff | null): QuoteLine {
  const [letter, id, moneyText, first = null, second = null, third = null, fourth = null] = stored;
  const money = moneyOf(moneyText);
  if (letter === KIND_LETTERS.debt) {
    const named = { id, name: String(second), account: String(third) };
    return { kind: 'debt', ...named, money, balanceAfter: moneyOf(first) };
  }
  if (tariff === null) throw new Error(`a line of ${id} has no tariff`);
  switch (letter) {
    case KIND_LETTERS.energy: {
      const { energy, price } = { energy: energyOf(first), price: BigInt(second ?? 0) as Price };
      return {
        kind: 'energy',
        ...chargeOf(tariff, id),
        money,
        energy,
        price,
        step: numberOf(third),
      };
    }
    case KIND_LETTERS['in-meter']:
      return { kind: 'in-meter', ...chargeOf(tariff, id), money };
    case KIND_LETTERS['per-kwh']: {
      const price = BigInt(second ?? 0) as PriceOfPerKwh;
      const month = numberOf(third) as Line<'per-kwh'>['month'];
      return {
        ...{ kind: 'per-kwh', ...chargeOf(tariff, id), money },
        ...{ energy: energyOf(first), price, month },
      };
    }
    case KIND_LETTERS.rate: {
      const { rate } = found(tariff.rates, id);
      return { kind: 'rate', ...chargeOf(tariff, id), money, rate, base: moneyOf(first) };
    }
    case KIND_LETTERS.fixed: {
      const [from, to] = [first, second] as unknown as [Line<'fixed'>['from'], Line<'fixed'>['to']];
      const count = numberOf(third) ?? 0;
      const isPart = fourth === 1;
      const { per } = found(tariff.fixed, id);
      return { kind: 'fixed', ...chargeOf(tariff, id), money, per, from, to, count, isPart };
    }
    case KIND_LETTERS.fee:
      return { kind: 'fee', ...chargeOf(tariff, id), money, channel: String(first) };
    case KIND_LETTERS.free: {
      const { name } = found(tariff.free, id);
      return { kind: 'free', id, name, account: null, money, energy: energyOf(first) };
    }
    default:
      throw new Error(`a stored line is of the kind ${letter}`);
  }
}

interface Charge {
  readonly id: string;
  readonly name: string;
  readonly account: string;
}

function chargeOf(tariff: Tariff, id: string): Charge {
  const { energy, perKwh, fixed, rates, fees } = tariff;
  const charge = found<Charge>([energy, ...perKwh, ...fixed, ...rates, ...fees], id);
  return { id, name: charge.name, account: charge.account };
}

function found<Component extends { readonly id: string }>(
  components: readonly Component[],
  id: string,
): Component {
  const component = components.find((each) => each.id === id);
  if (component === undefined) throw new Error(`the tariff has no component ${id}`);
  return component;
}

function moneyOf(stored: string | number | null): MinorUnits {
  return minorUnits(BigInt(stored ?? 0));
}

function energyOf(stored: string | number | null): TenthKwh {
  return tenthKwh(Number(stored));
}

function numberOf(stored: string | number | null): number | null {
  return stored === null ? null : Number(stored);
}
