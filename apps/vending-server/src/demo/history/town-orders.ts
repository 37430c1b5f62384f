/** Tokens of the invented town that nobody paid for: for a school fête, and after a meter is cleared. */
import { tenthKwh } from '@wattvend/quantities/energy.js';
import type { OrderRequest } from '@wattvend/vending/vend.js';
import type { History, HistoryDay } from './live-through.ts';

// A free issue every three weeks or so, a cleared tamper condition every two.
const FREE_ISSUES_PERCENT = 5;
const CLEARED_PERCENT = 7;

export async function orderTokens(history: History, day: HistoryDay): Promise<void> {
  const { chance } = history;
  if (chance.percent(FREE_ISSUES_PERCENT)) {
    const energy = tenthKwh(chance.whole(10, 50) * 10);
    const content = { kind: 'credit', service: 'electricity', amount: energy } as const;
    await order(history, day, 'free_issue', content);
  }
  if (chance.percent(CLEARED_PERCENT)) {
    await order(history, day, 'engineering', { kind: 'clear-tamper-condition' });
  }
}

async function order(
  history: History,
  day: HistoryDay,
  kind: 'free_issue' | 'engineering',
  content: OrderRequest['contents'][number],
): Promise<void> {
  const { chance, desk, town, people } = history;
  const connected = town.filter(({ household }) => household.connectedOn <= day.index);
  if (connected.length === 0) return;
  const { meterNumber } = chance.pick(connected);
  const answer = await desk.issueOrder({
    ...{ orderId: chance.uuid() as OrderRequest['orderId'], kind, contents: [content] },
    meterNumber,
    ...{ requestedBy: people.maker, approvedBy: people.checker },
  });
  if (answer.kind === 'refused') throw new Error(`no order: ${answer.refusal.code}`);
}
