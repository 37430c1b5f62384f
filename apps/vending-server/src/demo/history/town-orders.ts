/**
 * Tokens of the invented town that nobody paid for: for a school fête, after a meter is cleared, and
 * units that the tariff gives to whoever claims them.
 */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { WantedTokens } from '@wattvend/vending/request-order.js';
import { requestTokenOrder } from '@wattvend/vending/request-order.js';
import { runOrder } from '@wattvend/vending/run-orders.js';
import type { TokenOrderId } from '@wattvend/vending/token-orders.js';
import type { VendRequest } from '@wattvend/vending/vend.js';
import { approve, makerOf } from './decisions.ts';
import type { History, HistoryDay } from './live-through.ts';
import { SUNBIRD_ONLINE } from './town-vendors.ts';

// A free issue every three weeks or so, a cleared tamper condition every two.
const FREE_ISSUES_PERCENT = 5;
const CLEARED_PERCENT = 7;
// However few they are by chance, one of each on every such day.
const EVERY_DAYS = 45;
const FREE_ISSUE_DAY = 12;
const CLEARED_DAY = 20;
// In each month some do not wait for their units until they buy.
const CLAIMED_ON = '-02';
const CLAIMS_PERCENT = 25;

export async function orderTokens(history: History, day: HistoryDay): Promise<void> {
  const { chance } = history;
  const place = day.index % EVERY_DAYS;
  if (chance.percent(FREE_ISSUES_PERCENT) || place === FREE_ISSUE_DAY) {
    const energy = tenthKwh(chance.whole(10, 50) * 10);
    await orderFor(history, day, { kind: 'free_issue', energy, reasonCode: 'goodwill' });
  }
  if (chance.percent(CLEARED_PERCENT) || place === CLEARED_DAY) {
    const contents = [{ kind: 'clear-tamper-condition' }] as const;
    await orderFor(history, day, { kind: 'engineering', contents, reasonCode: 'tamper_repaired' });
  }
}

type ForSomebody<Wanted> = Wanted extends { readonly meterNumber: unknown }
  ? Omit<Wanted, 'meterNumber'>
  : never;

async function orderFor(
  history: History,
  day: HistoryDay,
  wanted: ForSomebody<WantedTokens>,
): Promise<void> {
  const { chance, town } = history;
  const connected = town.filter(({ household }) => household.connectedOn <= day.index);
  if (connected.length === 0) return;
  const { meterNumber } = chance.pick(connected);
  await order(history, { ...wanted, meterNumber }, 'As agreed with the customer');
}

/** Asked for by one, approved by another, and made. */
export async function order(history: History, wanted: WantedTokens, reason: string): Promise<void> {
  const { database, utility, clock, chance, desk } = history;
  const orderId = chance.uuid() as TokenOrderId;
  const documentReference = `Job ${chance.whole(10_000, 99_999)}`;
  const request = { orderId, wanted, reason, documentReference, author: makerOf(history) };
  const answer = await requestTokenOrder(database, utility, request, clock.now);
  if (answer.kind === 'refused') throw new Error(`no order: ${answer.refusal.code}`);
  await approve(history, orderId);
  const run = await runOrder({ database, utility, desk, clock: () => clock.now }, orderId);
  if (run?.state !== 'executed') throw new Error(`order ${orderId} is ${run?.state}`);
}

export async function claimFreeUnits(history: History, day: HistoryDay): Promise<void> {
  if (!day.date.endsWith(CLAIMED_ON)) return;
  const { chance, desk, town, vendors } = history;
  const vendor = vendors[SUNBIRD_ONLINE];
  if (vendor === undefined) throw new RangeError('the town has no web shop');
  const { vendorId, channel, name: soldBy } = vendor;
  const claims = town
    .filter(({ household }) => household.hasLifeline && household.connectedOn < day.index)
    .filter(() => chance.percent(CLAIMS_PERCENT))
    .map((living) => ({ living, vendId: chance.uuid() as VendRequest['vendId'] }));
  await Promise.all(
    claims.map(async ({ living, vendId }) => {
      const { meterNumber } = living;
      const answer = await desk.claimFree({ vendId, meterNumber, vendorId, channel, soldBy });
      if (answer.kind === 'vend') living.leftTenthKwh += answer.vend.freeEnergy;
      // Some had them with a purchase.
      else if (answer.refusal.code !== 'free_units_not_due') {
        throw new Error(`no free units: ${answer.refusal.code}`);
      }
    }),
  );
}
