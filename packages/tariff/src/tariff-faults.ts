/**
 * What makes a tariff unusable: every fault with its place, not only the first, because a person
 * mends them together. A tariff without a fault is one that `quotePurchase` answers for any tender.
 */
import { positiveFaults, priceFaults, sizeFaults } from './amount-faults.ts';
import { rateWeights } from './rate-weights.ts';
import { COMPONENT_ID } from './record-forms.ts';
import type {
  ChannelFee,
  Component,
  EnergyCharge,
  PriceAbove,
  RateCharge,
  Tariff,
} from './tariff.ts';
import { timeOfUseFaults } from './time-of-use-faults.ts';

export const TARIFF_FAULTS = [
  'id_malformed',
  'id_repeated',
  'too_many_components',
  'amount_too_large',
  'amount_not_positive',
  'amount_negative',
  'price_not_positive',
  'price_negative',
  'first_not_at_zero',
  'not_rising',
  'never_reached',
  'months_out_of_range',
  'rate_of_unknown',
  'rate_of_itself_or_later',
  'rate_of_nothing',
  'rate_of_the_same_twice',
  'catch_up_below_one',
  'pro_rata_of_a_day',
  'part_share_zero',
  'stack_below_one',
  'window_never_occurs',
  'window_not_every_month',
  'least_above_most',
  'fee_takes_all',
  'not_in_currency_mode',
  'season_unknown',
  'season_repeated',
  'season_missing',
  'date_not_every_year',
  'day_type_unknown',
  'day_type_repeated',
  'weekday_not_once',
  'holiday_repeated',
  'time_gap',
  'time_overlap',
] as const;

export type TariffFaultCode = (typeof TARIFF_FAULTS)[number];

export interface TariffFault {
  /** As in the record, such as `energy.steps.1.price_e4_minor`. */
  readonly path: string;
  readonly code: TariffFaultCode;
  readonly message: string;
}

export type TellFault = (path: string, code: TariffFaultCode, message: string) => void;

const COMPONENTS_MOST = 32;

export function tariffFaults(tariff: Tariff): readonly TariffFault[] {
  const faults: TariffFault[] = [];
  const tell: TellFault = (path, code, message) => {
    faults.push({ path, code, message });
  };
  idFaults(tariff, tell);
  energyFaults(tariff.energy, tell);
  perKwhFaults(tariff, tell);
  fixedFaults(tariff, tell);
  rateFaults(tariff, tell);
  feeFaults(tariff, tell);
  freeFaults(tariff, tell);
  limitFaults(tariff, tell);
  reachFaults(tariff, tell);
  currencyFaults(tariff, tell);
  return faults;
}

function idFaults(tariff: Tariff, tell: TellFault): void {
  const all = componentPaths(tariff);
  if (all.length > COMPONENTS_MOST) {
    tell('', 'too_many_components', `has ${all.length} components, at most ${COMPONENTS_MOST}`);
  }
  const seen = new Set<string>();
  for (const { path, id } of all) {
    if (!COMPONENT_ID.test(id)) tell(`${path}.id`, 'id_malformed', `"${id}" is no component id`);
    if (seen.has(id)) tell(`${path}.id`, 'id_repeated', `"${id}" names another component too`);
    seen.add(id);
  }
}

function componentPaths(tariff: Tariff): readonly { readonly path: string; readonly id: string }[] {
  const under = (name: string, list: readonly Pick<Component, 'id'>[]) =>
    list.map(({ id }, index) => ({ path: `${name}.${index}`, id }));
  return [
    { path: 'energy', id: tariff.energy.id },
    ...under('per_kwh', tariff.perKwh),
    ...under('fixed', tariff.fixed),
    ...under('rates', tariff.rates),
    ...under('fees', tariff.fees),
    ...under('free', tariff.free),
  ];
}

function energyFaults(energy: EnergyCharge, tell: TellFault): void {
  switch (energy.kind) {
    case 'flat':
      priceFaults(energy.price, 'energy.price_e4_minor', tell);
      return;
    case 'steps':
      stepFaults(energy.steps, 'energy.steps', tell);
      return;
    case 'bands': {
      const { measure } = energy;
      if (measure.kind === 'average-of-months' && !isWithin(measure.months, 1, 12)) {
        tell('energy.measure.months', 'months_out_of_range', 'must be 1 to 12 months');
      }
      stepFaults(energy.bands, 'energy.bands', tell);
      return;
    }
    case 'in-meter':
      timeOfUseFaults(energy.timeOfUse, 'energy.time_of_use', tell);
      return;
  }
}

function stepFaults(steps: readonly PriceAbove[], path: string, tell: TellFault): void {
  if (steps[0]?.above !== 0) {
    tell(`${path}.0.above_tenth_kwh`, 'first_not_at_zero', 'the first must begin at 0');
  }
  for (const [index, { above, price }] of steps.entries()) {
    const at = `${path}.${index}`;
    const before = steps[index - 1];
    if (before !== undefined && above === before.above) {
      tell(`${at}.above_tenth_kwh`, 'never_reached', 'begins where the one before it does');
    } else if (before !== undefined && above < before.above) {
      tell(`${at}.above_tenth_kwh`, 'not_rising', 'begins below the one before it');
    }
    sizeFaults(BigInt(above), `${at}.above_tenth_kwh`, tell);
    priceFaults(price, `${at}.price_e4_minor`, tell);
  }
}

function perKwhFaults(tariff: Tariff, tell: TellFault): void {
  for (const [index, { value }] of tariff.perKwh.entries()) {
    if (value.kind !== 'fixed') continue;
    const path = `per_kwh.${index}.value.price_e4_minor`;
    if (value.price < 0n) tell(path, 'price_negative', 'only a published value may be below zero');
    sizeFaults(value.price, path, tell);
  }
}

function fixedFaults(tariff: Tariff, tell: TellFault): void {
  for (const [index, charge] of tariff.fixed.entries()) {
    const path = `fixed.${index}`;
    positiveFaults(charge.money, `${path}.money_minor`, tell);
    if (!isWithin(charge.catchUpMax, 1, Number.MAX_SAFE_INTEGER)) {
      tell(`${path}.catch_up_max`, 'catch_up_below_one', 'must be 1, the present period, or more');
    }
    if (charge.per === 'day' && charge.firstPeriod === 'pro-rata') {
      tell(`${path}.first_period`, 'pro_rata_of_a_day', 'a day is not divided');
    }
    if (charge.ifTooSmall.kind === 'take-part' && charge.ifTooSmall.partShare === 0) {
      const at = `${path}.if_too_small.part_share_basis_points`;
      tell(at, 'part_share_zero', 'a part of nothing would never be paid');
    }
  }
}

function rateFaults(tariff: Tariff, tell: TellFault): void {
  const standable = new Set(
    [tariff.energy, ...tariff.perKwh, ...tariff.fixed, ...tariff.fees].map(({ id }) => id),
  );
  const rates = new Set(tariff.rates.map(({ id }) => id));
  for (const [index, rate] of tariff.rates.entries()) {
    const path = `rates.${index}.of`;
    if (rate.of.length === 0) tell(path, 'rate_of_nothing', 'must stand on a component');
    for (const [place, id] of rate.of.entries()) {
      const at = `${path}.${place}`;
      if (rate.of.indexOf(id) < place) {
        tell(at, 'rate_of_the_same_twice', `stands on "${id}" already`);
      } else if (!standable.has(id) && rates.has(id)) {
        tell(at, 'rate_of_itself_or_later', `"${id}" is not listed before this rate`);
      } else if (!standable.has(id)) {
        tell(at, 'rate_of_unknown', `"${id}" is no energy, charge, fee or rate`);
      }
    }
    standable.add(rate.id);
  }
}

function feeFaults(tariff: Tariff, tell: TellFault): void {
  for (const [index, fee] of tariff.fees.entries()) {
    const path = `fees.${index}`;
    if (fee.least < 0n) tell(`${path}.least_minor`, 'amount_negative', 'must be zero or more');
    sizeFaults(fee.least, `${path}.least_minor`, tell);
    if (fee.most === null) continue;
    sizeFaults(fee.most, `${path}.most_minor`, tell);
    if (fee.least > fee.most) {
      tell(`${path}.least_minor`, 'least_above_most', 'the least is above the most');
    }
  }
  if (hasUsableRates(tariff.rates)) totalFeeFaults(tariff, tell);
}

/** Weights are only defined when each rate stands on what is listed before it. */
function hasUsableRates(rates: readonly RateCharge[]): boolean {
  return rates.every(({ of }, index) => !rates.slice(index).some(({ id }) => of.includes(id)));
}

/** Fees of one channel that with their rates take the whole tender, however large it is. */
function totalFeeFaults(tariff: Tariff, tell: TellFault): void {
  const { weightOf, scale } = rateWeights(tariff.rates, []);
  for (const channel of new Set(tariff.fees.map((fee) => fee.channel))) {
    const uncapped = ({ fee }: { readonly fee: ChannelFee }): boolean =>
      fee.channel === channel && fee.most === null;
    const fees = tariff.fees.map((fee, index) => ({ fee, index })).filter(uncapped);
    let taken = 0n;
    for (const { fee } of fees) taken += BigInt(fee.rate) * weightOf(fee.id);
    const last = fees.at(-1);
    if (last === undefined || taken < 10_000n * scale) continue;
    const path = `fees.${last.index}.rate_basis_points`;
    tell(path, 'fee_takes_all', 'the fees of this channel with their rates take the whole tender');
  }
}

function freeFaults(tariff: Tariff, tell: TellFault): void {
  for (const [index, units] of tariff.free.entries()) {
    const path = `free.${index}`;
    positiveFaults(BigInt(units.energy), `${path}.energy_tenth_kwh`, tell);
    if (!isWithin(units.stackMax, 1, Number.MAX_SAFE_INTEGER)) {
      tell(`${path}.stack_max`, 'stack_below_one', 'must be 1, the present period, or more');
    }
    if (units.window === null) continue;
    const { fromDay, toDay } = units.window;
    if (!isWithin(fromDay, 1, 31) || !isWithin(toDay, fromDay, 31)) {
      tell(
        `${path}.window`,
        'window_never_occurs',
        'must be days 1 to 31, the first before the last',
      );
    } else if (fromDay > 28) {
      tell(`${path}.window`, 'window_not_every_month', 'begins on a day that not every month has');
    }
  }
}

function limitFaults(tariff: Tariff, tell: TellFault): void {
  const { leastTendered, mostTendered, mostTenderedPerMonth, mostEnergyPerMonth } = tariff.limits;
  const energy = mostEnergyPerMonth === null ? null : BigInt(mostEnergyPerMonth);
  const all: readonly (readonly [string, bigint | null])[] = [
    ['limits.least_tendered_minor', leastTendered],
    ['limits.most_tendered_minor', mostTendered],
    ['limits.most_tendered_per_month_minor', mostTenderedPerMonth],
    ['limits.most_energy_per_month_tenth_kwh', energy],
  ];
  for (const [path, value] of all) if (value !== null) positiveFaults(value, path, tell);
  const most = [mostTendered, mostTenderedPerMonth].filter((one) => one !== null);
  if (leastTendered !== null && most.some((one) => leastTendered > one)) {
    tell('limits.least_tendered_minor', 'least_above_most', 'the least is above the most');
  }
}

/** Steps and bands of this month's energy that begin where the month's limit ends the sale. */
function reachFaults(tariff: Tariff, tell: TellFault): void {
  const { energy, limits } = tariff;
  const most = limits.mostEnergyPerMonth;
  if (most === null || energy.kind === 'flat' || energy.kind === 'in-meter') return;
  const isBands = energy.kind === 'bands';
  // The average of past months is below the limit like each of them, so the same bound holds.
  for (const [index, { above }] of (isBands ? energy.bands : energy.steps).entries()) {
    if (above < most) continue;
    const path = `energy.${isBands ? 'bands' : 'steps'}.${index}.above_tenth_kwh`;
    tell(path, 'never_reached', `begins at or above the ${most} tenths that a month allows`);
  }
}

/** What needs the energy to be known, and so cannot be had where the meter makes it of money. */
function currencyFaults(tariff: Tariff, tell: TellFault): void {
  if (tariff.energy.kind !== 'in-meter') return;
  const because = 'the meter turns money into energy, so here energy is not known';
  for (const index of tariff.perKwh.keys())
    tell(`per_kwh.${index}`, 'not_in_currency_mode', because);
  for (const index of tariff.free.keys()) tell(`free.${index}`, 'not_in_currency_mode', because);
  if (tariff.limits.mostEnergyPerMonth !== null) {
    tell('limits.most_energy_per_month_tenth_kwh', 'not_in_currency_mode', because);
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
