/** The forms of the quantities that stand in tariffs and in purchase states. */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import type { Day, LocalDate, Month, Period } from './calendar.ts';
import { day, dayOf, firstDateOf, isDay, isMonth, month } from './calendar.ts';
import type { Form } from './json-form.ts';
import { BROKEN, decimalForm, readValue, textForm, wholeForm } from './json-form.ts';
import type { BasisPoints, ComponentId, PriceE4Minor } from './tariff.ts';
import { adjustmentE4Minor, basisPoints } from './tariff.ts';

export const COMPONENT_ID: RegExp = /^[a-z][a-z0-9_]{0,31}$/;

const MONEY_MOST = 2n ** 63n - 1n;

export const idForm: Form<ComponentId> = textForm(1, 32, COMPONENT_ID);
export const nameForm: Form<string> = textForm(1, 80);
export const accountForm: Form<string> = textForm(1, 64);
export const moneyForm: Form<MinorUnits> = decimalForm(-MONEY_MOST, MONEY_MOST, minorUnits);
/** Of any sign: whether it may be zero or less, `tariffFaults` tells. */
export const priceForm: Form<PriceE4Minor> = decimalForm(
  -MONEY_MOST,
  MONEY_MOST,
  adjustmentE4Minor,
);
export const rateForm: Form<BasisPoints> = wholeForm(0, 10_000, basisPoints);
export const energyForm: Form<TenthKwh> = wholeForm(0, Number.MAX_SAFE_INTEGER, tenthKwh);
export const countForm: Form<number> = countWithin(0, Number.MAX_SAFE_INTEGER);

export function countWithin(least: number, most: number): Form<number> {
  return wholeForm(least, most, (value) => value);
}

export const monthForm: Form<Month> = calendarForm('a month yyyymm', isMonth, month);

/** A month or a day: the number of digits tells. */
export const periodForm: Form<Period> = calendarForm(
  'a month yyyymm or a day yyyymmdd',
  (value) => isMonth(value) || isDay(value),
  (value): Period => (isMonth(value) ? month(value) : day(value)),
);

const dayForm: Form<Day> = calendarForm('a day yyyymmdd', isDay, day);

export const dateForm: Form<LocalDate> = {
  read: (json, path, tell) => {
    const reading = dayForm.read(json, path, tell);
    return reading.kind === 'value' ? readValue(firstDateOf(reading.value)) : BROKEN;
  },
  write: (value) => dayOf(value),
};

function calendarForm<Value extends number>(
  what: string,
  isOne: (value: number) => boolean,
  brand: (value: number) => Value,
): Form<Value> {
  return {
    read: (json, path, tell) => {
      if (typeof json === 'number' && Number.isSafeInteger(json) && isOne(json)) {
        return readValue(brand(json));
      }
      tell(path, 'out_of_range', `must be ${what}, as a number`);
      return BROKEN;
    },
    write: (value) => value,
  };
}
