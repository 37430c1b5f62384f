/** The stored form of a tariff, of prices and of charges; also how they come over a line. */
import { type Instant, instant } from '@wattvend/quantities/time.js';
import {
  type AccountUnits,
  accountUnits,
  type MeasuredUnits,
  measuredUnits,
  UNIT_PRICE_MAX,
  type UnitPrice,
  unitPrice,
} from '../accounting/account-units.ts';
import type { MeterCharge, ScheduledPrice } from '../accounting/accounting-state.ts';
import {
  type DayProfile,
  type MeterTariff,
  meterTariffFault,
  type RateSwitch,
  type Season,
  type SpecialDay,
  TARIFF_LIMITS,
  type TariffRate,
  type WeekProfile,
} from '../accounting/meter-tariff.ts';
import { SCHEDULE_ENTRIES_MAX } from '../accounting/price-schedule.ts';
import { CHARGE_PER_DAY_MAX } from '../accounting/tariff-commands.ts';
import {
  faultInWords,
  type Json,
  type JsonObject,
  list,
  nullable,
  objectWhere,
  oneOf,
  printable,
  record,
  type StoredForm,
  type StoredObjectForm,
  where,
  whole,
} from './stored-form.ts';

type Fault = { readonly kind: 'fault'; readonly fault: string };

/** A charge as a utility sets it; what it collected so far is the meter's own. */
export type OrderedCharge = Omit<MeterCharge, 'totalCollected'>;

export type ParsedMeterTariff = { readonly kind: 'tariff'; readonly tariff: MeterTariff } | Fault;
export type ParsedPriceSchedule =
  | { readonly kind: 'schedule'; readonly schedule: readonly ScheduledPrice[] }
  | Fault;
export type ParsedMeterCharge = { readonly kind: 'charge'; readonly charge: OrderedCharge } | Fault;

/** All members, none of them left out. */
export function meterTariffRecord(tariff: MeterTariff): JsonObject {
  return TARIFF_FORM.write(tariff);
}

/** Reads a tariff. The fault says which member is wrong and what should stand there. */
export function parseMeterTariff(json: unknown): ParsedMeterTariff {
  const read = TARIFF_FORM.read(json);
  return read.kind === 'fault'
    ? { kind: 'fault', fault: faultInWords(read) }
    : { kind: 'tariff', tariff: read.value };
}

export function priceScheduleRecord(schedule: readonly ScheduledPrice[]): Json {
  return PRICE_SCHEDULE_FORM.write(schedule);
}

/** Reads a price schedule. The fault says which member is wrong and what should stand there. */
export function parsePriceSchedule(json: unknown): ParsedPriceSchedule {
  const read = PRICE_SCHEDULE_FORM.read(json);
  return read.kind === 'fault'
    ? { kind: 'fault', fault: faultInWords(read) }
    : { kind: 'schedule', schedule: read.value };
}

export function meterChargeRecord(charge: OrderedCharge): JsonObject {
  return ORDERED_CHARGE_FORM.write(charge);
}

/** Reads a charge. The fault says which member is wrong and what should stand there. */
export function parseMeterCharge(json: unknown): ParsedMeterCharge {
  const read = ORDERED_CHARGE_FORM.read(json);
  return read.kind === 'fault'
    ? { kind: 'fault', fault: faultInWords(read) }
    : { kind: 'charge', charge: read.value };
}

export const instantForm: StoredForm<Instant> = whole(
  Number.MIN_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER,
  instant,
);

/** What only ever counts up. */
export const measuredForm: StoredForm<MeasuredUnits> = whole(
  0,
  Number.MAX_SAFE_INTEGER,
  measuredUnits,
);

const price: StoredForm<UnitPrice> = whole(0, UNIT_PRICE_MAX, unitPrice);
const month: StoredForm<number> = whole(1, 12);
const dayOfMonth: StoredForm<number> = whole(1, 31);

function indexOf(entries: number): StoredForm<number> {
  return whole(0, entries - 1);
}

const rate: StoredForm<TariffRate> = record<TariffRate>({
  name: ['name', printable(1, 8)],
  prices: [
    'prices_hundred_thousandths',
    list(price, { shortest: 1, longest: TARIFF_LIMITS.steps }),
  ],
});

const season: StoredForm<Season> = record<Season>({
  month: ['month', month],
  day: ['day', dayOfMonth],
  week: ['week', indexOf(TARIFF_LIMITS.weeks)],
});

const week: StoredForm<WeekProfile> = record<WeekProfile>({
  days: ['days', list(indexOf(TARIFF_LIMITS.days), { shortest: 7, longest: 7 })],
});

const rateSwitch: StoredForm<RateSwitch> = record<RateSwitch>({
  minute: ['minute', whole(0, 1439)],
  rate: ['rate', indexOf(TARIFF_LIMITS.rates)],
});

const day: StoredForm<DayProfile> = record<DayProfile>({
  switches: ['switches', list(rateSwitch, { shortest: 1, longest: TARIFF_LIMITS.switches })],
});

const specialDay: StoredForm<SpecialDay> = record<SpecialDay>({
  year: ['year', nullable(whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER))],
  month: ['month', month],
  day: ['day', dayOfMonth],
  dayProfile: ['day_profile', indexOf(TARIFF_LIMITS.days)],
});

export const TARIFF_FORM: StoredObjectForm<MeterTariff> = objectWhere(
  record<MeterTariff>({
    name: ['name', printable(1, 16)],
    utcOffsetMinutes: ['utc_offset_minutes', whole(-840, 840)],
    rates: ['rates', list(rate, { shortest: 1, longest: TARIFF_LIMITS.rates })],
    stepsFrom: ['steps_from', list(measuredForm, { shortest: 1, longest: TARIFF_LIMITS.steps })],
    seasons: ['seasons', list(season, { shortest: 1, longest: TARIFF_LIMITS.seasons })],
    weeks: ['weeks', list(week, { shortest: 1, longest: TARIFF_LIMITS.weeks })],
    days: ['days', list(day, { shortest: 1, longest: TARIFF_LIMITS.days })],
    specialDays: ['special_days', list(specialDay, { longest: TARIFF_LIMITS.specialDays })],
  }),
  // The rules between the members belong to the tariff.
  meterTariffFault,
);

const scheduledPrice: StoredForm<ScheduledPrice> = record<ScheduledPrice>({
  from: ['from_ms', instantForm],
  price: ['price_hundred_thousandths', nullable(price)],
});

export const PRICE_SCHEDULE_FORM: StoredForm<readonly ScheduledPrice[]> = where(
  list(scheduledPrice, { longest: SCHEDULE_ENTRIES_MAX }),
  (schedule) => {
    const at = schedule.findIndex(
      ({ from }, next) => from <= (schedule[next - 1]?.from ?? -Infinity),
    );
    return at === -1
      ? null
      : { place: `[${at}].from_ms`, expected: 'later than the price before it' };
  },
);

const total: StoredForm<AccountUnits> = whole(0, Number.MAX_SAFE_INTEGER, accountUnits);

const orderedMembers = {
  name: ['name', printable(1, 16)],
  kind: ['kind', oneOf('fixed', 'debt')],
  perDay: ['per_day_hundred_thousandths', whole(0, CHARGE_PER_DAY_MAX, accountUnits)],
  proportion: ['proportion_hundredths_of_per_cent', whole(0, 10_000)],
  remaining: ['remaining_hundred_thousandths', nullable(total)],
} as const;

function remainingRule({ kind, remaining }: OrderedCharge) {
  if ((kind === 'debt') === (remaining !== null)) return null;
  const expected = kind === 'debt' ? 'what is left of the debt' : 'null for a fixed charge';
  return { place: 'remaining_hundred_thousandths', expected };
}

const ORDERED_CHARGE_FORM: StoredObjectForm<OrderedCharge> = objectWhere(
  record<OrderedCharge>(orderedMembers),
  remainingRule,
);

/** The same with what it collected so far. */
export const CHARGE_FORM: StoredForm<MeterCharge> = where(
  record<MeterCharge>({
    ...orderedMembers,
    totalCollected: ['total_collected_hundred_thousandths', total, accountUnits(0)],
  }),
  remainingRule,
);
