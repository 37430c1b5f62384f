/**
 * A tariff in plain words: for each component what it is and each rule of it as one sentence. The
 * same sentences, put side by side, tell what changes from one version to the next.
 */
import { formatTenthKwh } from '../../energy.ts';
import { type Currency, formatMoney } from '../../money.ts';
import { dayText } from './draft-of-record.ts';
import type {
  EnergyRecord,
  FeeRecord,
  FixedRecord,
  FreeRecord,
  LimitsRecord,
  PerKwhRecord,
  PriceAbove,
  RateRecord,
  TariffRecord,
} from './tariff-record.ts';
import { formatPrice, typedRate } from './typed-amounts.ts';

/** One rule; the same `key` in another version is the same rule. */
export interface Rule {
  readonly key: string;
  readonly words: string;
}

export interface Item {
  /** The component's. */
  readonly id: string;
  readonly name: string;
  readonly rules: readonly Rule[];
}

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** Where a step begins and ends, in words. */
export function spanWords(prices: readonly PriceAbove[], at: number): string {
  const from = prices[at]?.above_tenth_kwh ?? 0;
  const to = prices[at + 1]?.above_tenth_kwh;
  if (to === undefined) {
    return from === 0 ? 'All energy' : `Above ${formatTenthKwh(from)} kWh`;
  }
  return from === 0
    ? `Up to ${formatTenthKwh(to)} kWh`
    : `From ${formatTenthKwh(from)} to ${formatTenthKwh(to)} kWh`;
}

function energyRules(energy: EnergyRecord, currency: Currency): readonly Rule[] {
  const priced = (prices: readonly PriceAbove[]): readonly Rule[] =>
    prices.map(({ price_e4_minor: price }, at) => ({
      key: `price.${at}`,
      words: `${spanWords(prices, at)}: ${formatPrice(price, currency)}`,
    }));
  switch (energy.kind) {
    case 'flat':
      return [
        { key: 'kind', words: 'One price for every kWh.' },
        { key: 'price.0', words: `All energy: ${formatPrice(energy.price_e4_minor, currency)}` },
      ];
    case 'steps':
      return [
        {
          key: 'kind',
          words:
            'Steps: each kWh has the price of the step it falls in, counted over the calendar month.',
        },
        ...priced(energy.steps),
      ];
    case 'bands': {
      const { measure } = energy;
      const by =
        measure.kind === 'this-month'
          ? 'the energy of the month with this purchase'
          : `the average of the ${measure.months} months before`;
      return [
        {
          key: 'kind',
          words: `Bands: all of a purchase has the price of one band, which ${by} decides.`,
        },
        ...priced(energy.bands),
      ];
    }
    case 'in-meter':
      return [
        {
          key: 'kind',
          words:
            'The money goes to the meter, which keeps its account in money and its own prices.',
        },
      ];
  }
}

function perKwhRules({ value }: PerKwhRecord, currency: Currency): readonly Rule[] {
  return [
    {
      key: 'price',
      words:
        value.kind === 'fixed'
          ? `${formatPrice(value.price_e4_minor, currency)}, on every kWh.`
          : 'On every kWh, at the value that is published for the month. A rebate is below zero.',
    },
  ];
}

const FIRST_MONTH: Readonly<Record<FixedRecord['first_period'], string>> = {
  whole: 'The first one is owed in full.',
  'pro-rata': 'The first month is owed by the days that are left of it.',
  none: 'The first one is free.',
};

function fixedRules(charge: FixedRecord, currency: Currency): readonly Rule[] {
  const { per, catch_up_max: most, if_too_small: tooSmall } = charge;
  return [
    { key: 'money', words: `${formatMoney(charge.money_minor, currency)} a ${per}.` },
    {
      key: 'catch-up',
      words:
        most === 1
          ? `Only the present ${per} is owed: nothing is caught up.`
          : `What was missed is caught up, at most ${most} ${per}s at once; older ones are forgiven.`,
    },
    { key: 'first', words: FIRST_MONTH[charge.first_period] },
    ...(charge.from === null
      ? []
      : [{ key: 'from', words: `Owed from ${dayText(charge.from)} on.` }]),
    {
      key: 'too-small',
      words:
        tooSmall.kind === 'refuse'
          ? 'A purchase that does not cover it is refused.'
          : `A purchase that does not cover it gives ${typedRate(tooSmall.part_share_basis_points)} of its money; the rest stays owed.`,
    },
  ];
}

/** The names of the components that a rate stands on. */
function baseNames({ of }: RateRecord, record: TariffRecord): readonly string[] {
  const { energy, per_kwh: perKwh, fixed, fees, rates } = record;
  const all = [energy, ...perKwh, ...fixed, ...fees, ...rates];
  return of.map((id) => all.find((each) => each.id === id)?.name ?? id);
}

function rateRules(rate: RateRecord, record: TariffRecord): readonly Rule[] {
  return [
    { key: 'rate', words: `${typedRate(rate.rate_basis_points)}.` },
    { key: 'of', words: `Taken on: ${baseNames(rate, record).join(', ')}.` },
    {
      key: 'exemptible',
      words: rate.exemptible ? 'A customer can be exempt from it.' : 'Nobody is exempt from it.',
    },
  ];
}

function feeRules(fee: FeeRecord, currency: Currency): readonly Rule[] {
  const { channel, rate_basis_points: rate, least_minor: least, most_minor: most } = fee;
  const parts = [
    `${typedRate(rate)} of what is paid`,
    ...(least === '0' ? [] : [`at least ${formatMoney(least, currency)}`]),
    ...(most === null ? [] : [`at most ${formatMoney(most, currency)}`]),
  ];
  return [
    {
      key: 'channel',
      words:
        channel === null
          ? 'On every channel that no other fee names.'
          : `On the channel ${channel}.`,
    },
    { key: 'rate', words: `${parts.join(', ')}.` },
  ];
}

const CLAIMS: Readonly<Record<FreeRecord['claim'], string>> = {
  alone: 'Claimed for themselves, without a purchase.',
  'with-purchase': 'Come with a purchase.',
  either: 'Claimed with or without a purchase.',
};

function freeRules(free: FreeRecord): readonly Rule[] {
  const { per, stack_max: most, window } = free;
  return [
    { key: 'energy', words: `${formatTenthKwh(free.energy_tenth_kwh)} kWh a ${per}, for nothing.` },
    {
      key: 'stack',
      words:
        most === 1
          ? `What is not claimed in its ${per} is lost.`
          : `What is not claimed is kept, at most ${most} ${per}s.`,
    },
    { key: 'claim', words: CLAIMS[free.claim] },
    ...(window === null
      ? []
      : [
          {
            key: 'window',
            words: `Only from day ${window.from_day} to day ${window.to_day} of a month.`,
          },
        ]),
    {
      key: 'entitled',
      words:
        free.entitled === 'all' ? 'For every customer.' : 'For customers who are listed for them.',
    },
    {
      key: 'counts',
      words: free.counts_for_steps
        ? 'They count for steps, bands and the limit of a month.'
        : 'They do not count for steps, bands and the limit of a month.',
    },
  ];
}

function limitRules(limits: LimitsRecord, currency: Currency): readonly Rule[] {
  const bounds: readonly (readonly [string, string, string | null])[] = [
    ['least', 'At least, a purchase', limits.least_tendered_minor],
    ['most', 'At most, a purchase', limits.most_tendered_minor],
    ['month', 'At most, a month', limits.most_tendered_per_month_minor],
  ];
  const energy = limits.most_energy_per_month_tenth_kwh;
  return [
    ...bounds.flatMap(([key, name, minor]) =>
      minor === null ? [] : [{ key, words: `${name}: ${formatMoney(minor, currency)}.` }],
    ),
    ...(energy === null
      ? []
      : [{ key: 'energy', words: `At most, a month: ${formatTenthKwh(energy)} kWh.` }]),
  ];
}

const ROUNDING: Readonly<Record<TariffRecord['rounding'], string>> = {
  given: 'Energy is rounded up to a tenth of a kWh, which the customer keeps.',
  carried: 'Energy is rounded up to a tenth of a kWh; the next purchase gives that much less.',
};

/** Everything a tariff says. A section without an item is left out. */
export function sectionsOf(record: TariffRecord, currency: Currency): readonly Section[] {
  const items = <Each extends { readonly id: string; readonly name: string }>(
    list: readonly Each[],
    rules: (each: Each) => readonly Rule[],
  ): readonly Item[] => list.map((each) => ({ id: each.id, name: each.name, rules: rules(each) }));
  const bounds = limitRules(record.limits, currency);
  const all: readonly Section[] = [
    {
      ...{ key: 'energy', title: 'Energy' },
      items: items([record.energy], (each) => energyRules(each, currency)),
    },
    {
      ...{ key: 'per_kwh', title: 'On each kWh' },
      items: items(record.per_kwh, (each) => perKwhRules(each, currency)),
    },
    {
      ...{ key: 'fixed', title: 'Fixed charges' },
      items: items(record.fixed, (each) => fixedRules(each, currency)),
    },
    {
      ...{ key: 'rates', title: 'Taxes and levies in per cent' },
      items: items(record.rates, (each) => rateRules(each, record)),
    },
    {
      ...{ key: 'fees', title: 'Fees by channel' },
      items: items(record.fees, (each) => feeRules(each, currency)),
    },
    { ...{ key: 'free', title: 'Free units' }, items: items(record.free, freeRules) },
    {
      ...{ key: 'limits', title: 'Limits' },
      items: bounds.length === 0 ? [] : [{ id: 'limits', name: 'Limits', rules: bounds }],
    },
    {
      ...{ key: 'rounding', title: 'Rounding' },
      items: [
        {
          ...{ id: 'rounding', name: 'Rounding' },
          rules: [{ key: 'rounding', words: ROUNDING[record.rounding] }],
        },
      ],
    },
  ];
  return all.filter((section) => section.items.length > 0);
}

/** One rule that is another in the later version; null where there is none. */
export interface Change {
  readonly section: string;
  readonly item: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is said in only one of two versions, in the order of the sections. */
export function changesBetween(
  before: TariffRecord,
  after: TariffRecord,
  currency: Currency,
): readonly Change[] {
  const flat = (record: TariffRecord) =>
    sectionsOf(record, currency).flatMap(({ key: section, title, items }) =>
      items.flatMap(({ id, name, rules }) => [
        { place: `${section} ${id} name`, title, name, words: name },
        { place: `${section} ${id} account`, title, name, words: accountWords(record, id) },
        ...rules.map(({ key, words }) => ({
          place: `${section} ${id} ${key}`,
          title,
          name,
          words,
        })),
      ]),
    );
  const old = new Map(flat(before).map((each) => [each.place, each]));
  const later = new Map(flat(after).map((each) => [each.place, each]));
  const orders = SECTION_ORDER;
  const places = [...new Set([...old.keys(), ...later.keys()])].sort(
    (a, b) => orders.indexOf(a.split(' ')[0] ?? '') - orders.indexOf(b.split(' ')[0] ?? ''),
  );
  return places.flatMap((place) => {
    const [was, is] = [old.get(place), later.get(place)];
    if (was?.words === is?.words) return [];
    // The name of a component that comes or goes stands before all of its rules.
    const [, , key = ''] = place.split(' ');
    if ((was === undefined || is === undefined) && (key === 'name' || key === 'account')) return [];
    return [
      {
        section: is?.title ?? was?.title ?? '',
        item: is?.name ?? was?.name ?? '',
        key: place,
        before: was?.words ?? null,
        after: is?.words ?? null,
      },
    ];
  });
}

const SECTION_ORDER = ['energy', 'per_kwh', 'fixed', 'rates', 'fees', 'free', 'limits', 'rounding'];

/** Nothing is said of accounts otherwise, but money that goes elsewhere is a change. */
function accountWords(record: TariffRecord, id: string): string {
  const { energy, per_kwh: perKwh, fixed, rates, fees } = record;
  const found = [energy, ...perKwh, ...fixed, ...rates, ...fees].find((each) => each.id === id);
  return found === undefined ? '' : `Goes to the account ${found.account}.`;
}
