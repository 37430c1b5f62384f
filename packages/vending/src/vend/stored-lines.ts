/**
 * The lines of a quote as the database keeps them: JSON with the unit in each name, money and
 * prices as decimal strings, since a JSON number is a float.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { QuoteLine } from '@wattvend/tariff/tariff.js';
import { basisPoints, priceE4Minor } from '@wattvend/tariff/tariff.js';

export type StoredLine =
  | {
      readonly kind: 'energy';
      readonly energy_tenth_kwh: number;
      readonly price_per_kwh_e4_minor: string;
      readonly line_minor: string;
    }
  | {
      readonly kind: 'tax';
      readonly name: 'VAT';
      readonly rate_basis_points: number;
      readonly base_minor: string;
      readonly line_minor: string;
    };

export function storedFromLines(lines: readonly QuoteLine[]): readonly StoredLine[] {
  return lines.map((line) =>
    line.kind === 'energy'
      ? {
          kind: 'energy',
          energy_tenth_kwh: line.energy,
          price_per_kwh_e4_minor: String(line.pricePerKwh),
          line_minor: String(line.money),
        }
      : {
          kind: 'tax',
          name: line.name,
          rate_basis_points: line.rate,
          base_minor: String(line.base),
          line_minor: String(line.money),
        },
  );
}

export function linesFromStored(lines: readonly StoredLine[]): readonly QuoteLine[] {
  return lines.map((line) =>
    line.kind === 'energy'
      ? {
          kind: 'energy',
          energy: tenthKwh(line.energy_tenth_kwh),
          pricePerKwh: priceE4Minor(BigInt(line.price_per_kwh_e4_minor)),
          money: minorUnits(BigInt(line.line_minor)),
        }
      : {
          kind: 'tax',
          name: line.name,
          rate: basisPoints(line.rate_basis_points),
          base: minorUnits(BigInt(line.base_minor)),
          money: minorUnits(BigInt(line.line_minor)),
        },
  );
}
