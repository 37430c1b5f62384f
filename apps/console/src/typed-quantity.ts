/**
 * Energy and power as a person types them, with the unit: a bare number might be Wh or kWh, and a slip
 * would give a thousand times as much. What was typed becomes a whole number of the wire's units, and
 * what would have to be rounded is refused.
 */

interface Unit {
  readonly name: string;
  /** How many powers of ten the unit is above the wire's. */
  readonly exponent: number;
}

interface QuantityKind {
  readonly units: readonly Unit[];
  /** The most a token carries, in the wire's units. */
  readonly most: number;
  readonly example: string;
  /** What the wire counts in, for whoever typed something finer. */
  readonly finest: string;
}

export const ENERGY: QuantityKind = {
  units: [
    { name: 'mwh', exponent: 4 },
    { name: 'kwh', exponent: 1 },
    { name: 'wh', exponent: -2 },
  ],
  most: 18_201_624,
  example: '5 kWh',
  finest: 'tenths of a kWh',
};

export const POWER: QuantityKind = {
  units: [
    { name: 'mw', exponent: 6 },
    { name: 'kw', exponent: 3 },
    { name: 'w', exponent: 0 },
  ],
  most: 18_201_624,
  example: '5 kW',
  finest: 'whole watts',
};

export type TypedQuantity =
  | { readonly kind: 'empty' }
  | { readonly kind: 'quantity'; readonly value: number }
  | { readonly kind: 'fault'; readonly text: string };

const FORM = /^(\d{1,12})(?:[.,](\d{1,6}))?\s*([a-z]*)$/;

/** "12.5 kWh" becomes 125 tenths; "5 kW" becomes 5000 W. */
export function readQuantity(typed: string, kind: QuantityKind): TypedQuantity {
  const text = typed.trim().toLowerCase();
  if (text === '') return { kind: 'empty' };
  const [whole, digits = '', fraction = '', name = ''] = FORM.exec(text) ?? [];
  if (whole === undefined) return fault(`Write a number and its unit, such as ${kind.example}.`);
  const unit = kind.units.find((each) => each.name === name);
  if (unit === undefined) return fault(`Write the unit too, such as ${kind.example}.`);
  const scale = unit.exponent - fraction.length;
  const mantissa = BigInt(`${digits}${fraction}`);
  const divisor = scale < 0 ? 10n ** BigInt(-scale) : 1n;
  if (mantissa % divisor !== 0n)
    return fault(`A token counts in ${kind.finest}; leave the rest out.`);
  const value = scale < 0 ? mantissa / divisor : mantissa * 10n ** BigInt(scale);
  if (value > BigInt(kind.most)) return fault('This is more than a token carries.');
  return { kind: 'quantity', value: Number(value) };
}

function fault(text: string): TypedQuantity {
  return { kind: 'fault', text };
}
