/** Kinds of messages and what became of them, in words. */
import type { Delivery, Webhook } from './webhook-queries.ts';

/** "vend.posted" becomes "vend posted". */
export function kindWords(kind: string): string {
  return kind.replaceAll(/[._]/g, ' ');
}

const STATES: Readonly<
  Record<Delivery['state'], { readonly name: string; readonly color: string }>
> = {
  pending: { name: 'on its way', color: 'amber' },
  delivered: { name: 'delivered', color: 'teal' },
  failed: { name: 'given up', color: 'red' },
};

export function deliveryState(state: Delivery['state']): (typeof STATES)[Delivery['state']] {
  return STATES[state];
}

/** Of a webhook: what needs to be looked at, the most pressing first. */
export function standingOf({ stopped_at: stopped, failed, pending }: Webhook): {
  readonly name: string;
  readonly color: string;
} {
  if (stopped !== null) return { name: 'stopped', color: 'gray' };
  if (failed > 0) return { name: `${failed} given up`, color: 'red' };
  if (pending > 0) return { name: `${pending} on their way`, color: 'amber' };
  return { name: 'all delivered', color: 'teal' };
}

/** Why the last attempt was not taken; null when there was none, or it was. */
export function faultWords({ last_status: status, last_fault: fault }: Delivery): string | null {
  if (status !== null && (status < 200 || status > 299)) return `answered ${status}`;
  return fault === null ? null : fault.replaceAll('_', ' ');
}
