/** Tariffs and orders for tests, with one thing said and the rest at its plainest. */
import { type TenthKwh, tenthKwh } from '@wattvend/quantities/energy.js';
import { type MinorUnits, minorUnits } from '@wattvend/quantities/money.js';
import { localDate } from '@wattvend/tariff/calendar.js';
import { NO_PURCHASES } from '@wattvend/tariff/purchase-state.js';
import type {
  DebtDue,
  Quote,
  QuoteAnswer,
  QuoteContext,
  QuoteLine,
  QuoteRefusal,
} from '@wattvend/tariff/quote.js';
import {
  type BasisPoints,
  basisPoints,
  type ChannelFee,
  type EnergyCharge,
  type FixedCharge,
  type FreeUnits,
  type PerKwhCharge,
  type PriceE4Minor,
  priceE4Minor,
  type RateCharge,
  type Tariff,
} from '@wattvend/tariff/tariff.js';

/** What one token carries, IEC 62055-41. */
export const TOKEN_MAXIMUM: TenthKwh = tenthKwh(18_201_624);

const ENERGY = { id: 'energy', name: 'Energy', account: '4000' } as const;

/** A price in whole minor units with up to four places: price('2.5') is 2.5 minor units a kWh. */
function price(text: string): PriceE4Minor {
  const [whole = '', places = ''] = text.split('.');
  return priceE4Minor(BigInt(whole + places.padEnd(4, '0')));
}

export const rate: (percent: number) => BasisPoints = (percent) =>
  basisPoints(Math.round(percent * 100));

export const money: (value: number | bigint) => MinorUnits = (value) => minorUnits(BigInt(value));

export function flat(text: string): EnergyCharge {
  return { kind: 'flat', ...ENERGY, price: price(text) };
}

export function steps(...list: readonly (readonly [above: number, price: string])[]): EnergyCharge {
  return { kind: 'steps', ...ENERGY, steps: priced(list) };
}

export function bands(...list: readonly (readonly [above: number, price: string])[]): EnergyCharge {
  return { kind: 'bands', ...ENERGY, measure: { kind: 'this-month' }, bands: priced(list) };
}

function priced(list: readonly (readonly [number, string])[]) {
  return list.map(([above, text]) => ({ above: tenthKwh(above), price: price(text) }));
}

export function vat(percent: number, of: readonly string[] = ['energy'], id = 'vat'): RateCharge {
  return { id, name: id, account: '2100', rate: rate(percent), of, exemptible: false };
}

export function levy(id: string, text: string): PerKwhCharge {
  return { id, name: id, account: '2200', value: { kind: 'fixed', price: price(text) } };
}

export function published(id: string): PerKwhCharge {
  return { id, name: id, account: '2300', value: { kind: 'published' } };
}

export function monthly(minor: number, more: Partial<FixedCharge> = {}): FixedCharge {
  return {
    id: 'standing',
    name: 'Standing charge',
    account: '4100',
    money: money(minor),
    per: 'month',
    catchUpMax: 1,
    firstPeriod: 'whole',
    from: null,
    ifTooSmall: { kind: 'refuse' },
    ...more,
  };
}

export function fee(percent: number, more: Partial<ChannelFee> = {}): ChannelFee {
  return {
    id: 'fee',
    name: 'Convenience fee',
    account: '4200',
    channel: null,
    rate: rate(percent),
    least: money(0),
    most: null,
    ...more,
  };
}

export function freeUnits(more: Partial<FreeUnits> = {}): FreeUnits {
  return {
    id: 'basic',
    name: 'Free basic units',
    energy: tenthKwh(500),
    per: 'month',
    stackMax: 1,
    claim: 'either',
    window: null,
    entitled: 'all',
    countsForSteps: false,
    ...more,
  };
}

export function debt(balance: number, more: Partial<DebtDue> = {}): DebtDue {
  return {
    debtId: 'd1',
    name: 'Connection',
    account: '1200',
    priority: 1,
    balance: money(balance),
    recovery: { kind: 'share', share: basisPoints(5000) },
    least: money(0),
    ...more,
  };
}

const NO_LIMITS = {
  leastTendered: null,
  mostTendered: null,
  mostTenderedPerMonth: null,
  mostEnergyPerMonth: null,
};

export function tariff(energy: EnergyCharge, more: Partial<Tariff> = {}): Tariff {
  return {
    energy,
    perKwh: [],
    fixed: [],
    rates: [],
    fees: [],
    free: [],
    limits: NO_LIMITS,
    rounding: 'given',
    ...more,
  };
}

export function limits(more: Partial<Tariff['limits']>): Tariff['limits'] {
  return { ...NO_LIMITS, ...more };
}

/** A customer since the first of the year, who buys on 14 November 2026. */
export function context(of: Tariff, more: Partial<QuoteContext> = {}): QuoteContext {
  return {
    tariff: of,
    values: {},
    state: NO_PURCHASES,
    at: localDate(2026, 11, 14),
    since: localDate(2026, 1, 1),
    channel: 'till',
    exemptions: [],
    entitlements: [],
    debts: [],
    mostDebtShare: basisPoints(10_000),
    claimFree: false,
    energyMost: TOKEN_MAXIMUM,
    energyStep: (energy) => energy,
    ...more,
  };
}

export function quoted(answer: QuoteAnswer): Quote {
  if (answer.kind !== 'quote') throw new Error(`refused: ${answer.refusal.code}`);
  return answer.quote;
}

export function refusalOf(answer: QuoteAnswer): QuoteRefusal {
  if (answer.kind !== 'refused') throw new Error('not refused');
  return answer.refusal;
}

/** The energy sold; zero for a tariff that sells money to the meter. */
export function energyOf(quote: Quote): number {
  return quote.credit.kind === 'energy' ? quote.credit.energy : 0;
}

export function sumOf(lines: readonly QuoteLine[]): bigint {
  return lines.reduce((sum, line) => sum + line.money, 0n);
}

/** Each line as its id and its money, which is what most tests ask. */
export function moneyById(quote: Quote): readonly (readonly [string, bigint])[] {
  return quote.lines.map((line) => [line.id, line.money] as const);
}
