/**
 * A tariff as JSON: what is stored, sent, signed off and compared. Money and prices are decimal
 * text, because JSON numbers are floats to most who read them; units stand in the names. Reading
 * checks the form only. Whether the tariff makes sense, `tariffFaults` tells.
 */
import type { Weekday } from './calendar.ts';
import type { Fields, Form, FormFault, Json } from './json-form.ts';
import {
  booleanForm,
  choiceForm,
  listForm,
  nullable,
  recordForm,
  textForm,
  wholeForm,
  wordForm,
} from './json-form.ts';
import {
  accountForm,
  countForm,
  countWithin,
  dateForm,
  energyForm,
  idForm,
  moneyForm,
  nameForm,
  priceForm,
  rateForm,
} from './record-forms.ts';
import type {
  BandMeasure,
  ChannelFee,
  ClaimWindow,
  Component,
  EnergyCharge,
  FixedCharge,
  FreeUnits,
  IfTooSmall,
  PerKwhCharge,
  PerKwhValue,
  PriceAbove,
  PurchaseLimits,
  RateCharge,
  Tariff,
} from './tariff.ts';
import type { DayBands, DayType, Holiday, Season, TimeBand, TimeOfUse } from './time-of-use.ts';

/** More than any tariff has: a bound, so that a record cannot be a burden. */
const LIST_MOST = 400;

/** The record says which form it has, so that a later one can be told from it. */
const FORMAT = 1;

const component: Fields<Component> = {
  id: ['id', idForm],
  name: ['name', nameForm],
  account: ['account', accountForm],
};

const prices: Form<readonly PriceAbove[]> = listForm(
  recordForm<PriceAbove>({
    above: ['above_tenth_kwh', energyForm],
    price: ['price_e4_minor', priceForm],
  }),
  LIST_MOST,
);

const measure: Form<BandMeasure> = choiceForm<BandMeasure>({
  'this-month': recordForm({ kind: kind('this-month') }),
  'average-of-months': recordForm({
    kind: kind('average-of-months'),
    months: ['months', countForm],
  }),
});

const slot: Form<string> = textForm(1, 32);

const timeOfUse: Form<TimeOfUse> = recordForm<TimeOfUse>({
  seasons: [
    'seasons',
    listForm(
      recordForm<Season>({
        id: ['id', slot],
        fromMonth: ['from_month', countWithin(1, 12)],
        fromDay: ['from_day', countWithin(1, 31)],
      }),
      LIST_MOST,
    ),
  ],
  dayTypes: [
    'day_types',
    listForm(
      recordForm<DayType>({
        id: ['id', slot],
        weekdays: ['weekdays', listForm(wholeForm(1, 7, weekday), 7)],
      }),
      LIST_MOST,
    ),
  ],
  holidays: [
    'holidays',
    listForm(
      recordForm<Holiday>({ date: ['date', dateForm], dayType: ['day_type', slot] }),
      LIST_MOST,
    ),
  ],
  days: [
    'days',
    listForm(
      recordForm<DayBands>({
        season: ['season', slot],
        dayType: ['day_type', slot],
        bands: [
          'bands',
          listForm(
            recordForm<TimeBand>({
              fromMinute: ['from_minute', countWithin(0, 1439)],
              price: ['price_e4_minor', priceForm],
            }),
            LIST_MOST,
          ),
        ],
      }),
      LIST_MOST,
    ),
  ],
});

const energy: Form<EnergyCharge> = choiceForm<EnergyCharge>({
  flat: recordForm({ kind: kind('flat'), ...component, price: ['price_e4_minor', priceForm] }),
  steps: recordForm({ kind: kind('steps'), ...component, steps: ['steps', prices] }),
  bands: recordForm({
    kind: kind('bands'),
    ...component,
    measure: ['measure', measure],
    bands: ['bands', prices],
  }),
  'in-meter': recordForm({
    kind: kind('in-meter'),
    ...component,
    timeOfUse: ['time_of_use', timeOfUse],
  }),
});

const perKwh: Form<PerKwhCharge> = recordForm<PerKwhCharge>({
  ...component,
  value: [
    'value',
    choiceForm<PerKwhValue>({
      fixed: recordForm({ kind: kind('fixed'), price: ['price_e4_minor', priceForm] }),
      published: recordForm({ kind: kind('published') }),
    }),
  ],
});

const period = wordForm(['month', 'day']);

const fixed: Form<FixedCharge> = recordForm<FixedCharge>({
  ...component,
  money: ['money_minor', moneyForm],
  per: ['per', period],
  catchUpMax: ['catch_up_max', countForm],
  firstPeriod: ['first_period', wordForm(['whole', 'pro-rata', 'none'])],
  from: ['from', nullable(dateForm)],
  ifTooSmall: [
    'if_too_small',
    choiceForm<IfTooSmall>({
      refuse: recordForm({ kind: kind('refuse') }),
      'take-part': recordForm({
        kind: kind('take-part'),
        partShare: ['part_share_basis_points', rateForm],
      }),
    }),
  ],
});

const rate: Form<RateCharge> = recordForm<RateCharge>({
  ...component,
  rate: ['rate_basis_points', rateForm],
  of: ['of', listForm(idForm, LIST_MOST)],
  exemptible: ['exemptible', booleanForm],
});

const fee: Form<ChannelFee> = recordForm<ChannelFee>({
  ...component,
  channel: ['channel', nullable(textForm(1, 64))],
  rate: ['rate_basis_points', rateForm],
  least: ['least_minor', moneyForm],
  most: ['most_minor', nullable(moneyForm)],
});

const free: Form<FreeUnits> = recordForm<FreeUnits>({
  id: ['id', idForm],
  name: ['name', nameForm],
  energy: ['energy_tenth_kwh', energyForm],
  per: ['per', period],
  stackMax: ['stack_max', countForm],
  claim: ['claim', wordForm(['alone', 'with-purchase', 'either'])],
  window: [
    'window',
    nullable(
      recordForm<ClaimWindow>({
        fromDay: ['from_day', countForm],
        toDay: ['to_day', countForm],
      }),
    ),
  ],
  entitled: ['entitled', wordForm(['all', 'listed'])],
  countsForSteps: ['counts_for_steps', booleanForm],
});

const limits: Form<PurchaseLimits> = recordForm<PurchaseLimits>({
  leastTendered: ['least_tendered_minor', nullable(moneyForm)],
  mostTendered: ['most_tendered_minor', nullable(moneyForm)],
  mostTenderedPerMonth: ['most_tendered_per_month_minor', nullable(moneyForm)],
  mostEnergyPerMonth: ['most_energy_per_month_tenth_kwh', nullable(energyForm)],
});

interface TariffRecord extends Tariff {
  readonly format: number;
}

const record: Form<TariffRecord> = recordForm<TariffRecord>({
  format: ['format', countWithin(FORMAT, FORMAT)],
  energy: ['energy', energy],
  perKwh: ['per_kwh', listForm(perKwh, LIST_MOST)],
  fixed: ['fixed', listForm(fixed, LIST_MOST)],
  rates: ['rates', listForm(rate, LIST_MOST)],
  fees: ['fees', listForm(fee, LIST_MOST)],
  free: ['free', listForm(free, LIST_MOST)],
  limits: ['limits', limits],
  rounding: ['rounding', wordForm(['given', 'carried'])],
});

export type ParsedTariff =
  | { readonly kind: 'tariff'; readonly tariff: Tariff }
  | { readonly kind: 'fault'; readonly faults: readonly FormFault[] };

/** Reads a record; tells every place where it has not the form of a tariff. */
export function parseTariff(json: unknown): ParsedTariff {
  const faults: FormFault[] = [];
  const reading = record.read(json, '', (path, code, message) => {
    faults.push({ path, code, message });
  });
  if (reading.kind === 'faults') return { kind: 'fault', faults };
  const { format: _, ...tariff } = reading.value;
  return { kind: 'tariff', tariff };
}

export function writeTariff(tariff: Tariff): Json {
  return record.write({ format: FORMAT, ...tariff });
}

function kind<Word extends string>(word: Word): readonly ['kind', Form<Word>] {
  return ['kind', wordForm([word])];
}

function weekday(value: number): Weekday {
  return value as Weekday;
}
