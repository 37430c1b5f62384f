/** What is asked of a tariff, as it is typed, and the question it makes for the server. */
import { type Currency, explainMoneyFault, parseMoney, parseMoneyOrZero } from '../../money.ts';
import type { NewTrial, Situation } from './tariff-queries.ts';
import type { TariffRecord } from './tariff-record.ts';
import { parseCount, parseEnergy, parsePrice } from './typed-amounts.ts';

export type Way = 'money' | 'energy';

export interface TrialForm {
  readonly way: Way;
  readonly money: string;
  readonly energy: string;
  readonly monthToDate: string;
  readonly paidToDate: string;
  /** In each of the months before. */
  readonly average: string;
  readonly charges: 'due' | 'paid';
  readonly monthsOwed: string;
  readonly channel: string;
  readonly exempt: readonly string[];
  readonly entitled: readonly string[];
  /** Values that are not published yet, by component. */
  readonly assumed: Readonly<Record<string, string>>;
}

export const FIRST_TRIAL: TrialForm = {
  ...{ way: 'money', money: '500', energy: '100', monthToDate: '0', paidToDate: '0' },
  ...{ average: '0', charges: 'due', monthsOwed: '0', channel: 'counter' },
  ...{ exempt: [], entitled: [], assumed: {} },
};

type Field =
  | 'money'
  | 'energy'
  | 'monthToDate'
  | 'paidToDate'
  | 'average'
  | 'monthsOwed'
  | 'channel';
export type TrialFaults = Readonly<Partial<Record<Field | `assumed.${string}`, string>>>;

export interface AskedTrial {
  readonly situation: Situation;
  readonly ask: NonNullable<NewTrial['asks']>[number];
}

const CHANNEL = /^[a-z][a-z0-9_]{0,31}$/;

/** The question, or what is wrong at which field. Only what the tariff asks for is told. */
export function askOf(
  form: TrialForm,
  record: TariffRecord,
  currency: Currency,
): { readonly asked: AskedTrial | null; readonly faults: TrialFaults } {
  const faults: Record<string, string> = {};
  const places = currency.decimal_places;
  const fault = (name: string, message: string): void => {
    faults[name] = message;
  };
  const energy = (name: Field, typed: string): number => {
    const parsed = parseEnergy(typed);
    if (parsed.kind === 'value') return parsed.value;
    if (parsed.kind === 'fault') fault(name, parsed.message);
    return 0;
  };
  const paid = parseMoneyOrZero(form.paidToDate, places);
  if (paid.kind === 'fault' && paid.fault !== 'empty') {
    fault('paidToDate', explainMoneyFault(paid.fault, places) ?? '');
  }
  const months = parseCount(form.monthsOwed, 0, 60);
  if (months.kind === 'fault') fault('monthsOwed', months.message);
  const channel = form.channel.trim();
  if (!CHANNEL.test(channel)) fault('channel', 'A word of small letters, such as counter.');
  const assumed: Record<string, string> = {};
  for (const { id, value } of record.per_kwh) {
    const typed = form.assumed[id] ?? '';
    if (value.kind !== 'published' || typed.trim() === '') continue;
    const parsed = parsePrice(typed, currency, { signed: true });
    if (parsed.kind === 'value') assumed[id] = String(parsed.value);
    if (parsed.kind === 'fault') fault(`assumed.${id}`, parsed.message);
  }
  const rates = new Set(record.rates.filter((rate) => rate.exemptible).map(({ id }) => id));
  const listed = new Set(record.free.filter((free) => free.entitled === 'listed').map((f) => f.id));
  const situation: Situation = {
    channel,
    energy_this_month_tenth_kwh: energy('monthToDate', form.monthToDate),
    tendered_this_month_minor: paid.kind === 'money' ? String(paid.minor) : '0',
    energy_of_each_month_tenth_kwh: energy('average', form.average),
    charges_paid: form.charges === 'paid',
    months_owed: months.kind === 'value' ? months.value : 0,
    exemptions: form.exempt.filter((id) => rates.has(id)),
    entitlements: form.entitled.filter((id) => listed.has(id)),
    assumed_e4_minor: assumed,
  };
  const ask = amountOf(form, places, fault, energy);
  const isWhole = Object.keys(faults).length === 0;
  return { asked: ask === null || !isWhole ? null : { situation, ask }, faults };
}

function amountOf(
  form: TrialForm,
  places: number,
  fault: (name: string, message: string) => void,
  energy: (name: Field, typed: string) => number,
): AskedTrial['ask'] | null {
  if (form.way === 'energy') {
    const tenths = energy('energy', form.energy);
    return tenths === 0 ? null : { energy_tenth_kwh: tenths };
  }
  const money = parseMoney(form.money, places);
  if (money.kind === 'money') return { tendered_minor: String(money.minor) };
  const message = explainMoneyFault(money.fault, places);
  if (message !== null) fault('money', message);
  return null;
}
