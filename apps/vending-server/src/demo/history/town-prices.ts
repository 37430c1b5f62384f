/** How prices come about in the invented town: drafted by one person, approved by another. */
import type { Instant } from '@wattvend/quantities/time.js';
import { approveTariffVersion } from '@wattvend/vending/approve-tariff.js';
import { draftTariffVersion } from '@wattvend/vending/draft-tariff.js';
import { approvePublishedValue, publishValue } from '@wattvend/vending/published-values.js';
import { DEMO_CHECKER_SIGN_IN_NAME, DEMO_SIGN_IN_NAME } from '../demo-utility.ts';
import type { Chance } from './chance.ts';
import type { History, HistoryDay, HistoryOrder } from './live-through.ts';
import { BUSINESS, FUEL_ID, HOUSEHOLD } from './town-tariffs.ts';

// In hundredths of a per cent of the first prices.
const AT_FIRST = 10_000;
const RAISED = 10_650;

// Between 4 and 16 minor units a kWh.
const FUEL_LEAST_E4_MINOR = 40_000;
const FUEL_MOST_E4_MINOR = 160_000;

/** Answers the id of the households' tariff, whose price rises later. */
export async function approveTownTariffs(order: HistoryOrder, chance: Chance): Promise<string> {
  const householdTariffId = chance.uuid();
  for (const town of [HOUSEHOLD, BUSINESS]) {
    const tariffId = town === HOUSEHOLD ? householdTariffId : chance.uuid();
    const { name } = town;
    const tariff = town.tariff(AT_FIRST);
    await approved(order, { tariffId, version: 1, name, tariff, effectiveFrom: order.begin });
  }
  return householdTariffId;
}

type Draft = Parameters<typeof draftTariffVersion>[2];

async function approved(order: HistoryOrder, draft: Draft): Promise<void> {
  const { database, utility, clock } = order;
  const drafted = { by: DEMO_SIGN_IN_NAME, at: clock.now };
  const answer = await draftTariffVersion(database, utility, draft, drafted);
  if (answer.kind === 'refused') throw new Error(`no draft: ${JSON.stringify(answer.refusal)}`);
  const approval = { by: DEMO_CHECKER_SIGN_IN_NAME, approvalId: null };
  const decided = await database.transaction((tx) =>
    approveTariffVersion(tx, utility.utilityId, draft, approval, clock.now),
  );
  if (decided.kind === 'refused') throw new Error(`no tariff: ${decided.refusal}`);
}

/** In the middle of the history the households' prices rise, said three days before. */
export async function raisePrices(history: History, day: HistoryDay): Promise<void> {
  if (day.index !== Math.floor(history.days / 2)) return;
  const { householdTariffId: tariffId } = history;
  const effectiveFrom: Instant = day.at(72);
  const tariff = HOUSEHOLD.tariff(RAISED);
  const { name } = HOUSEHOLD;
  await approved(history, { tariffId, version: 2, name, tariff, effectiveFrom });
}

/** Each month's pass-through of fuel. */
export async function publishFuel(history: History, day: HistoryDay): Promise<void> {
  const { database, utility, clock, chance } = history;
  const [year = '', month = ''] = day.date.split('-');
  const value = {
    componentId: FUEL_ID,
    month: Number(year + month),
    revision: 1,
    priceE4Minor: BigInt(chance.whole(FUEL_LEAST_E4_MINOR, FUEL_MOST_E4_MINOR)),
  };
  const published = { by: DEMO_SIGN_IN_NAME, at: clock.now };
  await publishValue(database, utility.utilityId, value, published);
  const approval = { by: DEMO_CHECKER_SIGN_IN_NAME, approvalId: null };
  const answer = await database.transaction((tx) =>
    approvePublishedValue(tx, utility.utilityId, value, approval, clock.now),
  );
  if (answer.kind === 'refused') throw new Error(`no fuel adjustment: ${answer.refusal}`);
}
