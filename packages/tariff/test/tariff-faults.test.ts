/** Each fault of a tariff alone in a tariff that has no other, and where it is told. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import { quotePurchase } from '@wattvend/tariff/quote.js';
import {
  adjustmentE4Minor,
  basisPoints,
  priceE4Minor,
  type Tariff,
} from '@wattvend/tariff/tariff.js';
import { TARIFF_FAULTS, tariffFaults } from '@wattvend/tariff/tariff-faults.js';
import type { TimeOfUse } from '@wattvend/tariff/time-of-use.js';
import { expect, test } from 'vitest';
import {
  bands,
  context,
  fee,
  flat,
  freeUnits,
  levy,
  limits,
  money,
  monthly,
  rate,
  steps,
  tariff,
  vat,
} from './sample-tariff.ts';

const PRICE = priceE4Minor(2_500_000n);
const YEAR: TimeOfUse = {
  seasons: [
    { id: 'dry', fromMonth: 4, fromDay: 1 },
    { id: 'wet', fromMonth: 10, fromDay: 1 },
  ],
  dayTypes: [
    { id: 'work', weekdays: [1, 2, 3, 4, 5] },
    { id: 'rest', weekdays: [6, 7] },
  ],
  holidays: [{ date: { year: 2026, month: 12, day: 25 }, dayType: 'rest' }],
  days: ['dry', 'wet'].flatMap((season) =>
    ['work', 'rest'].map((dayType) => ({
      season,
      dayType,
      bands: [{ fromMinute: 0, price: PRICE }],
    })),
  ),
};

function inMeter(more: Partial<TimeOfUse> = {}): Tariff['energy'] {
  const head = { id: 'energy', name: 'Energy', account: '4000' };
  return { kind: 'in-meter', ...head, timeOfUse: { ...YEAR, ...more } };
}

function faultsOf(of: Tariff): readonly (readonly [path: string, code: string])[] {
  return tariffFaults(of).map(({ path, code }) => [path, code]);
}

const one = flat('100');
const stepped = (...list: readonly (readonly [above: number, price: string])[]) =>
  tariff(steps(...list));
const zero = { ...priced('0') };

function priced(text: string) {
  return { value: { kind: 'fixed' as const, price: adjustmentE4Minor(BigInt(text)) } };
}

function timed(more: Partial<TimeOfUse>): Tariff {
  return tariff(inMeter(more));
}

function daysWith(bandsOfFirst: TimeOfUse['days'][number]['bands']): Tariff {
  const [first, ...rest] = YEAR.days;
  return first === undefined
    ? timed({})
    : timed({ days: [{ ...first, bands: bandsOfFirst }, ...rest] });
}

const FAULTY: readonly (readonly [code: string, path: string, of: Tariff])[] = [
  ['id_malformed', 'energy.id', tariff({ ...one, id: 'Energy' })],
  ['id_malformed', 'fixed.0.id', tariff(one, { fixed: [monthly(1, { id: 'a'.repeat(33) })] })],
  ['id_repeated', 'free.0.id', tariff(one, { free: [freeUnits({ id: 'energy' })] })],
  [
    'too_many_components',
    '',
    tariff(one, { perKwh: Array.from({ length: 32 }, (_, at) => levy(`levy_${at}`, '1')) }),
  ],
  ['amount_too_large', 'energy.price_e4_minor', tariff({ ...one, price: big() } as typeof one)],
  ['amount_not_positive', 'fixed.0.money_minor', tariff(one, { fixed: [monthly(0)] })],
  ['amount_not_positive', 'limits.least_tendered_minor', limited({ leastTendered: money(0) })],
  ['amount_not_positive', 'free.0.energy_tenth_kwh', freed({ energy: tenthKwh(0) })],
  ['amount_negative', 'fees.0.least_minor', tariff(one, { fees: [fee(1, { least: money(-1) })] })],
  [
    'price_not_positive',
    'energy.steps.1.price_e4_minor',
    tariff({
      ...{ kind: 'steps', id: 'energy', name: 'Energy', account: '4000' },
      steps: [
        { above: tenthKwh(0), price: PRICE },
        { above: tenthKwh(10), price: adjustmentE4Minor(0n) },
      ],
    }),
  ],
  [
    'price_negative',
    'per_kwh.0.value.price_e4_minor',
    tariff(one, { perKwh: [{ ...levy('fuel', '1'), ...priced('-1') }] }),
  ],
  ['first_not_at_zero', 'energy.steps.0.above_tenth_kwh', stepped([1, '100'])],
  ['first_not_at_zero', 'energy.steps.0.above_tenth_kwh', stepped()],
  ['not_rising', 'energy.steps.2.above_tenth_kwh', stepped([0, '1'], [500, '2'], [499, '3'])],
  ['never_reached', 'energy.steps.2.above_tenth_kwh', stepped([0, '1'], [500, '2'], [500, '3'])],
  ['never_reached', 'energy.bands.1.above_tenth_kwh', tariff(bands([0, '1'], [0, '2']))],
  [
    'never_reached',
    'energy.bands.2.above_tenth_kwh',
    tariff(bands([0, '1'], [499, '2'], [500, '3']), {
      limits: limits({ mostEnergyPerMonth: tenthKwh(500) }),
    }),
  ],
  ['months_out_of_range', 'energy.measure.months', averaged(0)],
  ['months_out_of_range', 'energy.measure.months', averaged(13)],
  ['rate_of_unknown', 'rates.0.of.1', tariff(one, { rates: [vat(15, ['energy', 'no_such'])] })],
  [
    'rate_of_unknown',
    'rates.0.of.0',
    tariff(one, { free: [freeUnits()], rates: [vat(1, ['basic'])] }),
  ],
  ['rate_of_itself_or_later', 'rates.0.of.1', tariff(one, { rates: [vat(15, ['energy', 'vat'])] })],
  [
    'rate_of_itself_or_later',
    'rates.0.of.0',
    tariff(one, { rates: [vat(5, ['vat'], 'levy'), vat(15, ['energy'])] }),
  ],
  ['rate_of_nothing', 'rates.0.of', tariff(one, { rates: [vat(15, [])] })],
  [
    'rate_of_the_same_twice',
    'rates.0.of.1',
    tariff(one, { rates: [vat(1, ['energy', 'energy'])] }),
  ],
  [
    'catch_up_below_one',
    'fixed.0.catch_up_max',
    tariff(one, { fixed: [monthly(1, { catchUpMax: 0 })] }),
  ],
  [
    'pro_rata_of_a_day',
    'fixed.0.first_period',
    tariff(one, { fixed: [monthly(1, { per: 'day', firstPeriod: 'pro-rata' })] }),
  ],
  [
    'part_share_zero',
    'fixed.0.if_too_small.part_share_basis_points',
    tariff(one, { fixed: [monthly(1, { ifTooSmall: { kind: 'take-part', partShare: rate(0) } })] }),
  ],
  ['stack_below_one', 'free.0.stack_max', freed({ stackMax: 0 })],
  ['window_never_occurs', 'free.0.window', freed({ window: { fromDay: 9, toDay: 8 } })],
  ['window_never_occurs', 'free.0.window', freed({ window: { fromDay: 1, toDay: 32 } })],
  ['window_never_occurs', 'free.0.window', freed({ window: { fromDay: 0, toDay: 5 } })],
  ['window_not_every_month', 'free.0.window', freed({ window: { fromDay: 29, toDay: 31 } })],
  [
    'least_above_most',
    'limits.least_tendered_minor',
    limited({ leastTendered: money(501), mostTendered: money(500) }),
  ],
  [
    'least_above_most',
    'limits.least_tendered_minor',
    limited({ leastTendered: money(501), mostTenderedPerMonth: money(500) }),
  ],
  [
    'least_above_most',
    'fees.0.least_minor',
    tariff(one, { fees: [fee(1, { least: money(2), most: money(1) })] }),
  ],
  ['fee_takes_all', 'fees.0.rate_basis_points', tariff(one, { fees: [fee(100)] })],
  // 50 % and 100 % tax on it are the whole.
  [
    'fee_takes_all',
    'fees.0.rate_basis_points',
    tariff(one, { fees: [fee(50)], rates: [vat(100, ['fee'])] }),
  ],
  [
    'fee_takes_all',
    'fees.1.rate_basis_points',
    tariff(one, { fees: [fee(50), fee(50, { id: 'second' })] }),
  ],
  ['not_in_currency_mode', 'per_kwh.0', tariff(inMeter(), { perKwh: [levy('fuel', '1')] })],
  ['not_in_currency_mode', 'free.0', tariff(inMeter(), { free: [freeUnits()] })],
  [
    'not_in_currency_mode',
    'limits.most_energy_per_month_tenth_kwh',
    tariff(inMeter(), { limits: limits({ mostEnergyPerMonth: tenthKwh(1) }) }),
  ],
  [
    'season_unknown',
    'energy.time_of_use.days.4.season',
    timed({ days: [...YEAR.days, { season: 'no', dayType: 'work', bands: flatDay() }] }),
  ],
  [
    'day_type_unknown',
    'energy.time_of_use.days.4.day_type',
    timed({ days: [...YEAR.days, { season: 'dry', dayType: 'no', bands: flatDay() }] }),
  ],
  [
    'day_type_unknown',
    'energy.time_of_use.holidays.0.day_type',
    timed({ holidays: [{ date: { year: 2026, month: 1, day: 1 }, dayType: 'no' }] }),
  ],
  [
    'season_repeated',
    'energy.time_of_use.seasons.2.id',
    timed({ seasons: [...YEAR.seasons, { id: 'dry', fromMonth: 6, fromDay: 1 }] }),
  ],
  ['season_missing', 'energy.time_of_use.seasons', timed({ seasons: [], days: [] })],
  [
    'date_not_every_year',
    'energy.time_of_use.seasons.0.from_day',
    timed({
      seasons: YEAR.seasons.map((each) => ({
        ...each,
        fromMonth: each.id === 'dry' ? 2 : 10,
        fromDay: each.id === 'dry' ? 29 : 1,
      })),
    }),
  ],
  [
    'day_type_repeated',
    'energy.time_of_use.day_types.2.id',
    timed({ dayTypes: [...YEAR.dayTypes, { id: 'work', weekdays: [] }] }),
  ],
  [
    'weekday_not_once',
    'energy.time_of_use.day_types',
    timed({
      dayTypes: [
        { id: 'work', weekdays: [1, 2, 3, 4, 5] },
        { id: 'rest', weekdays: [5, 6, 7] },
      ],
    }),
  ],
  [
    'weekday_not_once',
    'energy.time_of_use.day_types',
    timed({
      dayTypes: [
        { id: 'work', weekdays: [1, 2, 3, 4] },
        { id: 'rest', weekdays: [6, 7] },
      ],
    }),
  ],
  [
    'holiday_repeated',
    'energy.time_of_use.holidays.1.date',
    timed({ holidays: [...YEAR.holidays, ...YEAR.holidays] }),
  ],
  ['time_gap', 'energy.time_of_use.days', timed({ days: YEAR.days.slice(0, 3) })],
  ['time_gap', 'energy.time_of_use.days.0.bands', daysWith([{ fromMinute: 1, price: PRICE }])],
  ['time_gap', 'energy.time_of_use.days.0.bands', daysWith([])],
  [
    'time_overlap',
    'energy.time_of_use.days.0.bands.1.from_minute',
    daysWith([...flatDay(), ...flatDay()]),
  ],
  [
    'time_overlap',
    'energy.time_of_use.days.4',
    timed({ days: [...YEAR.days, ...YEAR.days.slice(0, 1)] }),
  ],
];

function big() {
  return priceE4Minor(10n ** 15n);
}

function flatDay() {
  return [{ fromMinute: 0, price: PRICE }];
}

function limited(more: Partial<Tariff['limits']>): Tariff {
  return tariff(one, { limits: limits(more) });
}

function freed(more: Parameters<typeof freeUnits>[0]): Tariff {
  return tariff(one, { free: [freeUnits(more)] });
}

function averaged(months: number): Tariff {
  const energy = bands([0, '100']);
  if (energy.kind !== 'bands') throw new Error('bands make bands');
  return tariff({ ...energy, measure: { kind: 'average-of-months', months } });
}

test.each(FAULTY)('%s at "%s"', (code, path, of) => {
  expect(faultsOf(of)).toEqual([[path, code]]);
});

test('there is a test of each fault', () => {
  const tested = new Set(FAULTY.map(([code]) => code));
  expect(TARIFF_FAULTS.filter((code) => !tested.has(code))).toEqual([]);
});

test.each([
  ['a plain tariff', tariff(one)],
  ['a year of seasons', timed({})],
  [
    'an amount of fifteen digits',
    tariff({ ...one, price: priceE4Minor(10n ** 15n - 1n) } as typeof one),
  ],
  ['a levy of nothing', tariff(one, { perKwh: [{ ...levy('fuel', '1'), ...zero }] })],
  ['the least that is the most', limited({ leastTendered: money(5), mostTendered: money(5) })],
  [
    'thirty-two components',
    tariff(one, { perKwh: Array.from({ length: 31 }, (_, at) => levy(`levy_${at}`, '1')) }),
  ],
  ['a fee of 100 % that has a most', tariff(one, { fees: [fee(100, { most: money(1) })] })],
  [
    'fees of 60 % on different channels',
    tariff(one, { fees: [fee(60), fee(60, { id: 'other', channel: 'till' })] }),
  ],
  ['averages of 1 and of 12 months', averaged(12)],
  ['a window on the last days that every month has', freed({ window: { fromDay: 28, toDay: 31 } })],
])('%s has no fault', (_, of) => {
  expect(faultsOf(of)).toEqual([]);
});

test('every fault is told at once, each with a sentence', () => {
  const faults = tariffFaults(
    tariff(steps([5, '100'], [5, '200']), { rates: [vat(15, ['vat'])], fixed: [monthly(0)] }),
  );
  expect(faults.map(({ code }) => code)).toEqual([
    'first_not_at_zero',
    'never_reached',
    'amount_not_positive',
    'rate_of_itself_or_later',
  ]);
  for (const { message } of faults) expect(message.length).toBeGreaterThan(8);
});

test('a limit on the energy of the month sells up to the last band it allows', () => {
  // Bands of 50 kWh, and a limit of 60: the second band is reached, 10 kWh of it can be sold.
  const of = tariff(bands([0, '100'], [500, '50']), {
    limits: limits({ mostEnergyPerMonth: tenthKwh(600) }),
  });
  expect(faultsOf(of)).toEqual([]);
  const answer = quotePurchase({ ...context(of), tendered: money(3000) });
  expect(answer).toMatchObject({ kind: 'quote', quote: { credit: { energy: 600 } } });
});

test('a price and a rate of the wrong size are a bug of the caller', () => {
  expect(() => priceE4Minor(0n)).toThrow(RangeError);
  expect(() => basisPoints(-1)).toThrow(RangeError);
  expect(() => basisPoints(10_001)).toThrow(RangeError);
  expect(() => basisPoints(0.5)).toThrow(RangeError);
});
