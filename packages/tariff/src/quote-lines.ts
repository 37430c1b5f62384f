/**
 * The lines of a quote, in the order in which the tender is spent: the fee of the channel, debts,
 * fixed charges, energy step by step, what goes with each kWh, rates, and free units at the end.
 */
import type { TenthKwh } from '@wattvend/quantities/energy.js';
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { MinorUnits } from '@wattvend/quantities/money.js';
import { minorUnits } from '@wattvend/quantities/money.js';
import { settle } from './fixed-charge.ts';
import type { ExactShare } from './money-split.ts';
import { basesOf, splitMoney } from './money-split.ts';
import type { Paid } from './price-ladder.ts';
import { MICRO_PER_TENTH } from './price-ladder.ts';
import type { PurchaseOutcome } from './purchase-outcome.ts';
import type { PurchasePlan } from './purchase-plan.ts';
import type { FreeLine, QuoteLine } from './quote.ts';
import { BASIS_POINTS_ONE } from './rate-weights.ts';
import type { TenderParts } from './tender-parts.ts';

export type BoughtEnergy = Extract<PurchaseOutcome, { readonly kind: 'energy' }>;
export type BoughtCurrency = Extract<PurchaseOutcome, { readonly kind: 'currency' }>;

/** A line that still lacks its money, and the exact share that it is. */
interface OpenLine {
  readonly share: ExactShare;
  readonly close: (money: MinorUnits) => QuoteLine;
}

/** A price is in ten-thousandths of a minor unit for a million millionths of a kWh. */
const PRICE_PARTS = BASIS_POINTS_ONE * 1_000_000n;

export function quoteLines(
  plan: PurchasePlan,
  tendered: bigint,
  bought: BoughtEnergy | BoughtCurrency,
): readonly QuoteLine[] {
  const open = [...takenLines(plan, bought.parts)];
  const before = open.length;
  if (bought.kind === 'energy') open.push(...energyLines(plan, bought));
  else open.push(inMeterLine(plan, bought));
  const restIndex = largestFrom(open, before);
  const { rates } = plan.weights;
  const shares = open.map((line) => line.share);
  const split = splitMoney(tendered, shares, restIndex, rates);
  const lines = open.map((line, index) => line.close(minorUnits(split.money[index] ?? 0n)));
  const bases = rates.length > 0 ? basesOf(rates, shares, split) : [];
  for (const [index, { id, name, account, rate }] of rates.entries()) {
    const base = minorUnits(bases[index] ?? 0n);
    const money = minorUnits(split.rates[index] ?? 0n);
    // A rate on a fee that this channel does not have, or a charge that is not due, has no line.
    if (base === 0n && money === 0n) continue;
    lines.push({ kind: 'rate', id, name, account, rate, base, money });
  }
  lines.push(...freeLines(plan.free));
  return lines;
}

export function freeLines(free: PurchasePlan['free']): readonly FreeLine[] {
  return free.map(({ units: { id, name }, energy }) => ({
    kind: 'free',
    id,
    name,
    account: null,
    money: minorUnits(0n),
    energy,
  }));
}

/** What is taken before any energy. */
function takenLines(plan: PurchasePlan, parts: TenderParts): readonly OpenLine[] {
  const lines: OpenLine[] = [];
  const { channel } = plan.context;
  for (const { fee, money, parts: feeParts } of parts.fees) {
    const { id, name, account } = fee;
    lines.push({
      share: { id, money, parts: feeParts },
      close: (paid) => ({ kind: 'fee', id, name, account, money: paid, channel }),
    });
  }
  for (const { debt, takenE4 } of parts.debts.shares) {
    const { debtId: id, name, account, balance } = debt;
    lines.push({
      // A debt is no component: nothing may stand on it, even if its name were a component's.
      share: { id: `debt ${id}`, money: takenE4, parts: BASIS_POINTS_ONE },
      close: (money) => {
        const balanceAfter = minorUnits(balance - money);
        return { kind: 'debt', id, name, account, money, balanceAfter };
      },
    });
  }
  for (const { owed, money, parts: fixedParts } of parts.fixed) {
    const { id, name, account, per } = owed.charge;
    lines.push({
      share: { id, money, parts: fixedParts },
      close: (paid) => {
        const { from, to, count, isPart } = settle(owed, paid);
        return { kind: 'fixed', id, name, account, money: paid, per, from, to, count, isPart };
      },
    });
  }
  return lines;
}

function energyLines(plan: PurchasePlan, bought: BoughtEnergy): readonly OpenLine[] {
  const { id, name, account } = plan.context.tariff.energy;
  const lines: OpenLine[] = [];
  const end = plan.startTenths + bought.tenths;
  for (const [index, { rung, microKwh, parts }] of bought.sold.paid.entries()) {
    const energy = energyIn(bought.sold.paid, index, plan.startTenths, end);
    const { price, step } = rung;
    lines.push({
      share: { id, money: price * microKwh, parts: parts * PRICE_PARTS },
      close: (money) => ({ kind: 'energy', id, name, account, money, energy, price, step }),
    });
  }
  const energy = tenthKwh(bought.tenths);
  const { microKwh, parts } = bought.sold;
  for (const { charge, price, month } of plan.perKwh) {
    if (price === 0n) continue;
    const head = { id: charge.id, name: charge.name, account: charge.account };
    lines.push({
      share: { id: charge.id, money: price * microKwh, parts: parts * PRICE_PARTS },
      close: (money) => ({ kind: 'per-kwh', ...head, money, energy, price, month }),
    });
  }
  return lines;
}

/**
 * The whole tenths that the meter gets in a step. The last step has all that is given to the end,
 * also what rounding up adds. A step whose energy was given ahead before has money and no energy.
 */
function energyIn(
  paid: readonly Paid[],
  index: number,
  startTenths: number,
  endTenths: number,
): TenthKwh {
  const from = index === 0 ? startTenths : Math.max(startTenths, endOf(paid[index - 1], endTenths));
  const to = index === paid.length - 1 ? endTenths : endOf(paid[index], endTenths);
  return tenthKwh(Math.max(0, to - from));
}

function endOf(paid: Paid | undefined, otherwise: number): number {
  const upTo = paid?.rung.upTo ?? null;
  return upTo === null ? otherwise : Number(upTo / MICRO_PER_TENTH);
}

function inMeterLine(plan: PurchasePlan, bought: BoughtCurrency): OpenLine {
  const { id, name, account } = plan.context.tariff.energy;
  return {
    share: { id, money: bought.money, parts: bought.moneyParts },
    close: (money) => ({ kind: 'in-meter', id, name, account, money }),
  };
}

/** The largest of the lines that go with the energy. */
function largestFrom(lines: readonly OpenLine[], from: number): number {
  let largest = from;
  for (let index = from + 1; index < lines.length; index += 1) {
    const share = lines[index]?.share;
    const best = lines[largest]?.share;
    if (share === undefined || best === undefined) continue;
    if (share.money * best.parts > best.money * share.parts) largest = index;
  }
  return largest;
}
