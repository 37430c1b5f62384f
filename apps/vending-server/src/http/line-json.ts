/** A line of a quote or a receipt, with the sentence that explains it. */
import { formatTenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import type { QuoteLine } from '@wattvend/tariff/quote.js';
import type { Utility } from '@wattvend/vending/utility.js';
import { moneyText, periodText, priceText, rateText } from './money-text.ts';
import type { LineJson } from './schemas/vend.ts';

export function lineJson(utility: Utility, line: QuoteLine): LineJson {
  const { kind, id, name, money } = line;
  return { kind, id, label: name, line_minor: String(money), ...explained(utility, line) };
}

type Explained = Omit<LineJson, 'kind' | 'id' | 'label' | 'line_minor'>;

function explained(utility: Utility, line: QuoteLine): Explained {
  const inMoney = (money: MinorUnits): string => moneyText(utility, money);
  switch (line.kind) {
    case 'energy':
    case 'per-kwh': {
      const energy = `${formatTenthKwh(line.energy)} kWh`;
      const note =
        line.kind === 'energy'
          ? line.step === null
            ? ''
            : ` (step ${line.step + 1})`
          : line.month === null
            ? ''
            : ` (${periodText(line.month)})`;
      return {
        detail: `${energy} at ${priceText(utility, line.price)} per kWh${note}`,
        energy_tenth_kwh: line.energy,
        price_per_kwh_e4_minor: String(line.price),
      };
    }
    case 'rate':
      return {
        detail: `${rateText(line.rate)} on ${inMoney(line.base)}`,
        rate_basis_points: line.rate,
        base_minor: String(line.base),
      };
    case 'fixed': {
      const span =
        line.from === line.to
          ? periodText(line.from)
          : `${periodText(line.from)} to ${periodText(line.to)}`;
      return { detail: line.isPart ? `part of ${span}` : span };
    }
    case 'debt':
      return {
        detail: `${inMoney(line.balanceAfter)} left`,
        balance_after_minor: String(line.balanceAfter),
      };
    case 'fee':
      return { detail: `sold by ${line.channel}` };
    case 'free':
      return {
        detail: `${formatTenthKwh(line.energy)} kWh for nothing`,
        energy_tenth_kwh: line.energy,
      };
    case 'in-meter':
      return { detail: 'goes to the meter, which knows its prices' };
  }
}
