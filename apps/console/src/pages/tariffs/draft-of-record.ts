/** A version that is there, to be changed: its amounts as a person would type them. */
import { type Currency, typedMoney } from '../../money.ts';
import type { EnergyDraft, FixedDraft, FreeDraft, StepDraft, TariffDraft } from './tariff-draft.ts';
import type {
  EnergyRecord,
  FixedRecord,
  FreeRecord,
  PriceAbove,
  TariffRecord,
} from './tariff-record.ts';
import { typedEnergy, typedPrice, typedRate } from './typed-amounts.ts';

function stepsOf(prices: readonly PriceAbove[], currency: Currency): readonly StepDraft[] {
  return prices.map(({ above_tenth_kwh: above, price_e4_minor: price }, at) => ({
    key: `s${at}`,
    above: typedEnergy(above),
    price: typedPrice(price, currency),
  }));
}

function energyOf(energy: EnergyRecord, currency: Currency): EnergyDraft {
  const { id, name, account, kind } = energy;
  const plain: EnergyDraft = {
    ...{ key: id, id, name, account, kind, price: '', measure: 'this-month', months: '3' },
    steps: [{ key: 's0', above: '0', price: '' }],
    inMeter: null,
  };
  switch (energy.kind) {
    case 'flat':
      return { ...plain, price: typedPrice(energy.price_e4_minor, currency) };
    case 'steps':
      return { ...plain, steps: stepsOf(energy.steps, currency) };
    case 'bands': {
      const { measure } = energy;
      const months = measure.kind === 'average-of-months' ? String(measure.months) : '3';
      const steps = stepsOf(energy.bands, currency);
      return { ...plain, steps, measure: measure.kind, months };
    }
    case 'in-meter':
      return { ...plain, inMeter: energy };
  }
}

function fixedOf(charge: FixedRecord, money: (minor: string) => string): FixedDraft {
  const { id, name, account, per, if_too_small: tooSmall } = charge;
  return {
    ...{ key: id, id, name, account, per },
    money: money(charge.money_minor),
    catchUpMax: String(charge.catch_up_max),
    firstPeriod: charge.first_period,
    from: charge.from === null ? '' : dayText(charge.from),
    tooSmall: tooSmall.kind,
    partShare: tooSmall.kind === 'take-part' ? typedRate(tooSmall.part_share_basis_points) : '50 %',
  };
}

/** yyyymmdd as YYYY-MM-DD. */
export function dayText(day: number): string {
  return String(day).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function freeOf(free: FreeRecord): FreeDraft {
  const { id, name, per, claim, window, entitled } = free;
  return {
    ...{ key: id, id, name, per, claim, entitled },
    energy: typedEnergy(free.energy_tenth_kwh),
    stackMax: String(free.stack_max),
    fromDay: window === null ? '' : String(window.from_day),
    toDay: window === null ? '' : String(window.to_day),
    countsForSteps: free.counts_for_steps,
  };
}

/** The components of a record as they are typed; name and date are told beside it. */
export function draftOfRecord(
  record: TariffRecord,
  head: Pick<TariffDraft, 'name' | 'fromDay' | 'fromTime'>,
  currency: Currency,
): TariffDraft {
  const money = (minor: string): string => typedMoney(BigInt(minor), currency.decimal_places);
  const bound = (minor: string | null): string => (minor === null ? '' : money(minor));
  const { limits } = record;
  return {
    ...head,
    energy: energyOf(record.energy, currency),
    perKwh: record.per_kwh.map(({ value, ...each }) => ({
      ...each,
      ...{ key: each.id, kind: value.kind },
      price: value.kind === 'fixed' ? typedPrice(value.price_e4_minor, currency) : '',
    })),
    fixed: record.fixed.map((charge) => fixedOf(charge, money)),
    rates: record.rates.map(({ id, name, account, rate_basis_points: rate, of, exemptible }) => ({
      ...{ key: id, id, name, account, of, exemptible },
      rate: typedRate(rate),
    })),
    fees: record.fees.map(({ id, name, account, channel, ...fee }) => ({
      ...{ key: id, id, name, account, channel: channel ?? '' },
      rate: typedRate(fee.rate_basis_points),
      least: money(fee.least_minor),
      most: bound(fee.most_minor),
    })),
    free: record.free.map(freeOf),
    limits: {
      leastTendered: bound(limits.least_tendered_minor),
      mostTendered: bound(limits.most_tendered_minor),
      mostTenderedPerMonth: bound(limits.most_tendered_per_month_minor),
      mostEnergyPerMonth:
        limits.most_energy_per_month_tenth_kwh === null
          ? ''
          : typedEnergy(limits.most_energy_per_month_tenth_kwh),
    },
    rounding: record.rounding,
  };
}
