/**
 * The record that a draft makes, and what keeps it from being one. Where a field cannot be read yet
 * something harmless stands in for it, so that the server can tell what is wrong with the rest; such
 * a record is never stored.
 */
import { type Currency, explainMoneyFault, parseMoneyOrZero } from '../../money.ts';
import { isDay } from '../../wall-time.ts';
import type {
  ComponentDraft,
  EnergyDraft,
  FeeDraft,
  FixedDraft,
  FreeDraft,
  LimitsDraft,
  PerKwhDraft,
  RateDraft,
  TariffDraft,
} from './tariff-draft.ts';
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
import { parseCount, parseEnergy, parsePrice, parseRate, type Typed } from './typed-amounts.ts';

/** Something wrong at a field; `path` is that of the record, or `name` or `effective_from`. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
  /** Nothing is written there yet: no mistake before one wants to save. */
  readonly isEmpty: boolean;
}

interface Reader {
  readonly faults: FieldFault[];
  readonly currency: Currency;
  readonly ids: ReadonlyMap<string, string>;
  /** What was typed, or what stands in for it. */
  take<Value>(path: string, typed: Typed<Value>, standIn: Value): Value;
}

const EMPTY = 'Fill this in.';

function createReader(currency: Currency, ids: ReadonlyMap<string, string>): Reader {
  const faults: FieldFault[] = [];
  return {
    ...{ faults, currency, ids },
    take(path, typed, standIn) {
      if (typed.kind === 'value') return typed.value;
      const isEmpty = typed.kind === 'empty';
      faults.push({ path, message: isEmpty ? EMPTY : typed.message, isEmpty });
      return standIn;
    },
  };
}

function money({ currency }: Reader, typed: string): Typed<bigint> {
  const { decimal_places: places } = currency;
  const parsed = parseMoneyOrZero(typed, places);
  if (parsed.kind === 'money') return { kind: 'value', value: parsed.minor };
  const message = explainMoneyFault(parsed.fault, places);
  return message === null ? { kind: 'empty' } : { kind: 'fault', message };
}

/** Nothing is typed where something may be left out. */
function isBlank(typed: string): boolean {
  return typed.trim() === '';
}

function minor(reader: Reader, path: string, typed: string): string {
  return String(reader.take(path, money(reader, typed), 1n));
}

function minorOrNull(reader: Reader, path: string, typed: string): string | null {
  return isBlank(typed) ? null : minor(reader, path, typed);
}

// One minor unit a kWh.
const STAND_IN_PRICE = 10_000n;

function price(reader: Reader, path: string, typed: string): string {
  return String(reader.take(path, parsePrice(typed, reader.currency), STAND_IN_PRICE));
}

function text(typed: string): Typed<string> {
  return isBlank(typed) ? { kind: 'empty' } : { kind: 'value', value: typed.trim() };
}

function component(reader: Reader, path: string, draft: Omit<ComponentDraft, 'account'>) {
  return {
    id: reader.ids.get(draft.key) ?? draft.key,
    name: reader.take(`${path}.name`, text(draft.name), 'Without a name'),
  };
}

function pricesAbove(reader: Reader, path: string, { steps }: EnergyDraft): readonly PriceAbove[] {
  let before = -1;
  return steps.map((step, at) => {
    const typed = parseEnergy(step.above);
    const above = reader.take(`${path}.${at}.above_tenth_kwh`, typed, before + 1);
    before = above;
    return {
      above_tenth_kwh: above,
      price_e4_minor: price(reader, `${path}.${at}.price_e4_minor`, step.price),
    };
  });
}

function energyOf(reader: Reader, draft: EnergyDraft): EnergyRecord {
  const head = { ...component(reader, 'energy', draft), account: draft.account };
  switch (draft.kind) {
    case 'flat':
      return {
        ...{ kind: 'flat', ...head },
        price_e4_minor: price(reader, 'energy.price_e4_minor', draft.price),
      };
    case 'steps':
      return { kind: 'steps', ...head, steps: pricesAbove(reader, 'energy.steps', draft) };
    case 'bands': {
      const months = parseCount(draft.months, 1, 12);
      const measure =
        draft.measure === 'this-month'
          ? ({ kind: 'this-month' } as const)
          : ({
              kind: 'average-of-months',
              months: reader.take('energy.measure.months', months, 1),
            } as const);
      return { kind: 'bands', ...head, measure, bands: pricesAbove(reader, 'energy.bands', draft) };
    }
    case 'in-meter':
      return {
        ...{ kind: 'in-meter', ...head },
        time_of_use: draft.inMeter === null ? null : draft.inMeter.time_of_use,
      };
  }
}

function perKwhOf(reader: Reader, draft: PerKwhDraft, at: number): PerKwhRecord {
  const path = `per_kwh.${at}`;
  const value =
    draft.kind === 'published'
      ? ({ kind: 'published' } as const)
      : ({
          kind: 'fixed',
          price_e4_minor: price(reader, `${path}.value.price_e4_minor`, draft.price),
        } as const);
  return { ...component(reader, path, draft), account: draft.account, value };
}

const MONTHS_MOST = 1200;

/** YYYY-MM-DD as the number yyyymmdd. */
function dateNumber(typed: string): Typed<number> {
  return isDay(typed)
    ? { kind: 'value', value: Number(typed.replaceAll('-', '')) }
    : { kind: 'fault', message: 'Choose a day, or leave it out.' };
}

function fixedOf(reader: Reader, draft: FixedDraft, at: number): FixedRecord {
  const path = `fixed.${at}`;
  const share = `${path}.if_too_small.part_share_basis_points`;
  return {
    ...component(reader, path, draft),
    account: draft.account,
    money_minor: minor(reader, `${path}.money_minor`, draft.money),
    per: draft.per,
    catch_up_max: reader.take(
      `${path}.catch_up_max`,
      parseCount(draft.catchUpMax, 1, MONTHS_MOST),
      1,
    ),
    first_period: draft.firstPeriod,
    from: isBlank(draft.from)
      ? null
      : reader.take(`${path}.from`, dateNumber(draft.from), 20_000_101),
    if_too_small:
      draft.tooSmall === 'refuse'
        ? { kind: 'refuse' }
        : {
            kind: 'take-part',
            part_share_basis_points: reader.take(share, parseRate(draft.partShare), 5000),
          },
  };
}

function rateOf(reader: Reader, draft: RateDraft, at: number): RateRecord {
  const path = `rates.${at}`;
  return {
    ...component(reader, path, draft),
    account: draft.account,
    rate_basis_points: reader.take(`${path}.rate_basis_points`, parseRate(draft.rate), 0),
    of: draft.of.map((key) => reader.ids.get(key) ?? key),
    exemptible: draft.exemptible,
  };
}

function feeOf(reader: Reader, draft: FeeDraft, at: number): FeeRecord {
  const path = `fees.${at}`;
  const rate = isBlank(draft.rate) ? ({ kind: 'value', value: 0 } as const) : parseRate(draft.rate);
  return {
    ...component(reader, path, draft),
    account: draft.account,
    channel: isBlank(draft.channel) ? null : draft.channel.trim(),
    rate_basis_points: reader.take(`${path}.rate_basis_points`, rate, 0),
    least_minor: isBlank(draft.least) ? '0' : minor(reader, `${path}.least_minor`, draft.least),
    most_minor: minorOrNull(reader, `${path}.most_minor`, draft.most),
  };
}

function freeOf(reader: Reader, draft: FreeDraft, at: number): FreeRecord {
  const path = `free.${at}`;
  const isWindow = !isBlank(draft.fromDay) || !isBlank(draft.toDay);
  const day = (typed: string, standIn: number): number =>
    reader.take(`${path}.window`, parseCount(typed, 1, 31), standIn);
  return {
    ...component(reader, path, draft),
    energy_tenth_kwh: reader.take(`${path}.energy_tenth_kwh`, parseEnergy(draft.energy), 1),
    per: draft.per,
    stack_max: reader.take(`${path}.stack_max`, parseCount(draft.stackMax, 1, MONTHS_MOST), 1),
    claim: draft.claim,
    window: isWindow ? { from_day: day(draft.fromDay, 1), to_day: day(draft.toDay, 31) } : null,
    entitled: draft.entitled,
    counts_for_steps: draft.countsForSteps,
  };
}

function limitsOf(reader: Reader, draft: LimitsDraft): LimitsRecord {
  const most = 'limits.most_energy_per_month_tenth_kwh';
  const bound = (name: keyof LimitsRecord, typed: string): string | null =>
    minorOrNull(reader, `limits.${name}`, typed);
  return {
    least_tendered_minor: bound('least_tendered_minor', draft.leastTendered),
    most_tendered_minor: bound('most_tendered_minor', draft.mostTendered),
    most_tendered_per_month_minor: bound(
      'most_tendered_per_month_minor',
      draft.mostTenderedPerMonth,
    ),
    most_energy_per_month_tenth_kwh: isBlank(draft.mostEnergyPerMonth)
      ? null
      : reader.take(most, parseEnergy(draft.mostEnergyPerMonth), 10 ** 12),
  };
}

const ID_LENGTH = 32;

/** What a component of this name can be called: small letters, digits and underscores. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, ID_LENGTH - 4);
  return slug === '' ? 'component' : slug;
}

/** The id of each component, by key: those there are stay, new ones follow their names. */
function idsOf(draft: TariffDraft): ReadonlyMap<string, string> {
  const { energy, perKwh, fixed, rates, fees, free } = draft;
  const all = [energy, ...perKwh, ...fixed, ...rates, ...fees, ...free];
  const ids = new Map<string, string>();
  for (const { key, id } of all) if (id !== null) ids.set(key, id);
  const taken = new Set(ids.values());
  for (const { key, id, name } of all) {
    if (id !== null) continue;
    const slug = slugOf(name);
    let next = slug;
    for (let count = 2; taken.has(next); count += 1) next = `${slug}_${count}`;
    ids.set(key, next);
    taken.add(next);
  }
  return ids;
}

export interface MadeRecord {
  readonly record: TariffRecord;
  /** None: the record is what was typed. */
  readonly faults: readonly FieldFault[];
}

export function recordOfDraft(draft: TariffDraft, currency: Currency): MadeRecord {
  const reader = createReader(currency, idsOf(draft));
  const record: TariffRecord = {
    format: 1,
    energy: energyOf(reader, draft.energy),
    per_kwh: draft.perKwh.map((each, at) => perKwhOf(reader, each, at)),
    fixed: draft.fixed.map((each, at) => fixedOf(reader, each, at)),
    rates: draft.rates.map((each, at) => rateOf(reader, each, at)),
    fees: draft.fees.map((each, at) => feeOf(reader, each, at)),
    free: draft.free.map((each, at) => freeOf(reader, each, at)),
    limits: limitsOf(reader, draft.limits),
    rounding: draft.rounding,
  };
  return { record, faults: reader.faults };
}
