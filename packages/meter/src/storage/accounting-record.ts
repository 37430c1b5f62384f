/** The stored form of what accounting remembers. */
import { type AccountUnits, accountUnits, measuredUnits } from '../accounting/account-units.ts';
import {
  ACCOUNTING_NEW,
  type AccountingState,
  type EmergencyCreditState,
  type MeterCharge,
  type PassiveTariff,
} from '../accounting/accounting-state.ts';
import { WHOLE_PROPORTION } from '../accounting/charges.ts';
import { CHARGES_MAX } from '../accounting/tariff-commands.ts';
import {
  list,
  nullable,
  objectWhere,
  oneOf,
  record,
  type StoredForm,
  type StoredObjectForm,
  where,
  whole,
} from './stored-form.ts';
import {
  CHARGE_FORM,
  instantForm,
  measuredForm,
  PRICE_SCHEDULE_FORM,
  TARIFF_FORM,
} from './tariff-record.ts';

/** Today and the seven days before. */
const DAYS_MAX = 8;

/** The greatest denominator of what is too little for one unit, that of time in currency mode. */
const REMAINDER_MAX = 3599;

/** The days and months of all instants there are, about 285 000 years to either side of 1970. */
const DAYS_SINCE_1970_MAX = 104_249_993;
const MONTHS_MAX = 3_451_044;

const passiveTariff: StoredForm<PassiveTariff> = record<PassiveTariff>({
  tariff: ['tariff', TARIFF_FORM],
  activateAt: ['activate_at_ms', instantForm],
});

const total: StoredForm<AccountUnits> = whole(0, Number.MAX_SAFE_INTEGER, accountUnits);

// A day on which a charge was taken back may have gained.
const used: StoredForm<AccountUnits> = whole(
  Number.MIN_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER,
  accountUnits,
);

const emergency: StoredForm<EmergencyCreditState> = record<EmergencyCreditState>({
  status: ['status', oneOf('enabled', 'selectable', 'inUse', 'exhausted')],
  totalUsed: ['total_used', total],
});

const charges: StoredForm<readonly MeterCharge[]> = where(
  list(CHARGE_FORM, { longest: CHARGES_MAX }),
  (all) => {
    if (new Set(all.map(({ name }) => name)).size < all.length) return 'one charge of each name';
    const shares = all.reduce((sum, { proportion }) => sum + proportion, 0);
    return shares > WHOLE_PROPORTION ? 'shares of no more than a whole token' : null;
  },
);

export const ACCOUNTING_FORM: StoredObjectForm<AccountingState> = objectWhere(
  record<AccountingState>({
    tariff: ['tariff', TARIFF_FORM, ACCOUNTING_NEW.tariff],
    passiveTariff: ['passive_tariff', nullable(passiveTariff), null],
    priceSchedule: ['price_schedule', PRICE_SCHEDULE_FORM, []],
    remainder: ['remainder', whole(0, REMAINDER_MAX), 0],
    sinceBillingDay: ['since_billing_day', measuredForm, measuredUnits(0)],
    billingPeriod: ['billing_period', nullable(whole(-MONTHS_MAX, MONTHS_MAX)), null],
    measuredByRate: [
      'measured_by_rate',
      list(measuredForm, { shortest: 1, longest: 8 }),
      ACCOUNTING_NEW.measuredByRate,
    ],
    day: ['day', nullable(whole(-DAYS_SINCE_1970_MAX, DAYS_SINCE_1970_MAX)), null],
    usedByDay: ['used_by_day', list(used, { longest: DAYS_MAX }), []],
    emergency: ['emergency', emergency, ACCOUNTING_NEW.emergency],
    charges: ['charges', charges, []],
  }),
  ({ measuredByRate, tariff }) =>
    measuredByRate.length < tariff.rates.length
      ? {
          place: 'measured_by_rate',
          expected: `one total for each of ${tariff.rates.length} rates`,
        }
      : null,
);
