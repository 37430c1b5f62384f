/**
 * Selling so that nothing is sold twice and nothing is lost: the id is the client's, and every
 * repeat carries it. A lost answer is a third outcome beside yes and no; it is resolved by asking
 * again with the same id, never by selling again under a new one.
 */
import type { WattvendClient } from './client.ts';
import type { components, paths } from './generated.ts';
import { type Problem, problemOf } from './problem.ts';

export type Vend = components['schemas']['Vend'];
export type NewVend = paths['/v1/vends/{id}']['put']['requestBody']['content']['application/json'];

export type SellOutcome =
  /** The tokens are in `vend`; `state` is `posted`. */
  | { readonly kind: 'sold'; readonly vend: Vend }
  /** The vend was begun and could not be made; the money went back. */
  | { readonly kind: 'declined'; readonly vend: Vend }
  /** Refused, and nothing happened. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /**
   * Nobody knows yet. The money may be taken: keep the id and ask again later, with `sell` or
   * `GET /v1/vends/{id}`.
   */
  | { readonly kind: 'unknown'; readonly problem: Problem | null };

export interface Patience {
  /** How often to ask in all. Default 6, at least 1. */
  readonly attempts?: number;
  /** The pause before the second attempt, doubled each time; up to half is added by chance. */
  readonly pauseMs?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** A number from 0 up to, not including, 1. */
  readonly random?: () => number;
}

const ATTEMPTS = 6;
const PAUSE_MS = 500;
const PAUSE_MAX_MS = 15_000;

/** Sells, and repeats with the same id while an answer is lost or asking again can help. */
export async function sell(
  client: WattvendClient,
  id: string,
  order: NewVend,
  patience: Patience = {},
): Promise<SellOutcome> {
  const { attempts = ATTEMPTS, pauseMs = PAUSE_MS, random = Math.random, sleep = wait } = patience;
  let last: SellOutcome | null = null;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const asked = await ask(client, id, order);
    last = settled(last, asked.outcome);
    if (!asked.again || attempt === attempts) return last;
    const pause = Math.min(PAUSE_MAX_MS, pauseMs * 2 ** (attempt - 1)) * (1 + random() / 2);
    await sleep(Math.max(pause, asked.retryAfterMs));
  }
  throw new RangeError(`a sale is asked for at least once, not ${attempts} times`);
}

interface Asked {
  readonly outcome: SellOutcome;
  readonly again: boolean;
  readonly retryAfterMs: number;
}

async function ask(client: WattvendClient, id: string, order: NewVend): Promise<Asked> {
  const unknown: SellOutcome = { kind: 'unknown', problem: null };
  let result: Awaited<ReturnType<typeof put>>;
  try {
    result = await put(client, id, order);
  } catch {
    return { outcome: unknown, again: true, retryAfterMs: 0 };
  }
  const { data, response } = result;
  if (data !== undefined) return { ...fromVend(data), retryAfterMs: 0 };
  const problem = problemOf(result.error);
  const retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1000 || 0;
  if (problem === null) return { outcome: unknown, again: true, retryAfterMs };
  if (!problem.retry_can_help || !isPassing(response.status)) {
    return { outcome: { kind: 'refused', problem }, again: false, retryAfterMs };
  }
  const isOpen = problem.code === 'vend_outcome_unknown' || problem.code === 'outcome_unknown';
  return { outcome: { kind: isOpen ? 'unknown' : 'refused', problem }, again: true, retryAfterMs };
}

function put(client: WattvendClient, id: string, order: NewVend) {
  return client.PUT('/v1/vends/{id}', { params: { path: { id } }, body: order });
}

function fromVend(vend: Vend): Pick<Asked, 'outcome' | 'again'> {
  if (vend.state === 'posted') return { outcome: { kind: 'sold', vend }, again: false };
  if (vend.state === 'declined') return { outcome: { kind: 'declined', vend }, again: false };
  return { outcome: { kind: 'unknown', problem: null }, again: true };
}

/** Busy or away; other refusals that time can cure (a float that is low) need a person first. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Once an answer was lost, a later "busy" does not say that nothing happened. */
function settled(last: SellOutcome | null, next: SellOutcome): SellOutcome {
  const isBusy = next.kind === 'refused' && isPassing(next.problem.status);
  return last?.kind === 'unknown' && isBusy ? last : next;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
