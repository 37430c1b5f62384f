/**
 * One sale as a machine: a pure function of its state and one event. It performs nothing: it
 * returns what must be done, in order. The sale is named by an id made once, when it is begun, and
 * every question about it repeats that id; so a lost answer can never become a second token.
 */
import type { Quote, Vend } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';

/** How it was paid; the reference is that of a card's slip or of a mobile money message. */
export interface SalePayment {
  readonly method: string;
  readonly reference: string | null;
}

export interface SaleRequest {
  readonly meter_number: string;
  /** "0" for free units that are claimed by themselves. */
  readonly tendered_minor: string;
  /** Left out it is cash. */
  readonly payment?: SalePayment;
  readonly free_units?: true;
}

/** A sale that was begun and has no answer yet. It is kept where a reload finds it. */
export interface PendingSale {
  readonly id: string;
  readonly request: SaleRequest;
  /** Milliseconds since 1970, only to be shown. */
  readonly begunAt: number;
}

export type SaleState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'quoted'; readonly request: SaleRequest; readonly quote: Quote }
  | { readonly kind: 'selling'; readonly pending: PendingSale }
  | {
      readonly kind: 'unknown';
      readonly pending: PendingSale;
      /** How often it was asked without an answer. */
      readonly asked: number;
      readonly refusal: Refusal | null;
    }
  | { readonly kind: 'sold'; readonly vend: Vend }
  | { readonly kind: 'refused'; readonly request: SaleRequest; readonly refusal: Refusal };

export type SaleEvent =
  | { readonly kind: 'quoted'; readonly request: SaleRequest; readonly quote: Quote }
  | { readonly kind: 'quote-cleared' }
  | { readonly kind: 'sell-pressed'; readonly id: string; readonly at: number }
  | { readonly kind: 'resumed'; readonly pending: PendingSale }
  | { readonly kind: 'answered'; readonly id: string; readonly vend: Vend }
  | { readonly kind: 'refused'; readonly id: string; readonly refusal: Refusal }
  | { readonly kind: 'ask-pressed' }
  | { readonly kind: 'set-aside' }
  | { readonly kind: 'new-sale' };

export type SaleAction =
  | { readonly kind: 'keep'; readonly pending: PendingSale }
  | { readonly kind: 'send'; readonly pending: PendingSale }
  | {
      readonly kind: 'send-later';
      readonly pending: PendingSale;
      readonly milliseconds: number;
    }
  | { readonly kind: 'forget' };

export interface SaleStep {
  readonly state: SaleState;
  readonly actions: readonly SaleAction[];
}

// The first questions follow quickly because most lost answers are a blink of the network; later
// ones leave a struggling server in peace.
const ASK_AGAIN_AFTER = [1000, 2000, 3000, 5000] as const;
const ASK_AGAIN_LATER = 8000;
const ASK_AGAIN_MAX = 30_000;

/** After this many questions the cashier may put the sale aside and look at it later. */
export const ASKED_ENOUGH = 5;

function stay(state: SaleState): SaleStep {
  return { state, actions: [] };
}

function pendingOf(state: SaleState): PendingSale | null {
  return state.kind === 'selling' || state.kind === 'unknown' ? state.pending : null;
}

/**
 * True when a refusal leaves open whether the sale happened. A sign-in that ran out says nothing
 * about an earlier question, so it is open from the second question on.
 */
function leavesOpen(refusal: Refusal, asked: number): boolean {
  if (refusal.status === 0 || refusal.status >= 500 || refusal.status === 429) return true;
  if (refusal.status === 408 || refusal.code === 'answer_not_understood') return true;
  return asked > 0 && (refusal.status === 401 || refusal.status === 403);
}

function waitBefore(asked: number, refusal: Refusal | null): number {
  const own = ASK_AGAIN_AFTER[asked - 1] ?? ASK_AGAIN_LATER;
  const told = (refusal?.retryAfterSeconds ?? 0) * 1000;
  return Math.min(ASK_AGAIN_MAX, Math.max(own, told));
}

function open(state: SaleState, pending: PendingSale, refusal: Refusal | null): SaleStep {
  const asked = (state.kind === 'unknown' ? state.asked : 0) + 1;
  return {
    state: { kind: 'unknown', pending, asked, refusal },
    actions: [{ kind: 'send-later', pending, milliseconds: waitBefore(asked, refusal) }],
  };
}

function declined(vend: Vend): Refusal {
  return {
    code: vend.declined_reason ?? 'declined',
    status: 409,
    title: 'The sale was declined',
    detail: `The sale was declined: ${(vend.declined_reason ?? 'no reason given').replaceAll('_', ' ')}. No money was taken.`,
    retryCanHelp: false,
    retryAfterSeconds: null,
    errors: [],
  };
}

function applyAnswer(state: SaleState, pending: PendingSale, vend: Vend): SaleStep {
  switch (vend.state) {
    case 'posted':
      return { state: { kind: 'sold', vend }, actions: [{ kind: 'forget' }] };
    case 'declined':
      return {
        state: { kind: 'refused', request: pending.request, refusal: declined(vend) },
        actions: [{ kind: 'forget' }],
      };
    case 'reserved':
      return open(state, pending, null);
  }
}

function applyRefusal(state: SaleState, pending: PendingSale, refusal: Refusal): SaleStep {
  const asked = state.kind === 'unknown' ? state.asked : 0;
  if (leavesOpen(refusal, asked)) return open(state, pending, refusal);
  return {
    state: { kind: 'refused', request: pending.request, refusal },
    actions: [{ kind: 'forget' }],
  };
}

function begin(state: SaleState, id: string, at: number): SaleStep {
  if (state.kind !== 'quoted') return stay(state);
  const pending: PendingSale = { id, request: state.request, begunAt: at };
  // Kept before it is sent: a reload in between asks again, the other order could sell twice.
  return {
    state: { kind: 'selling', pending },
    actions: [
      { kind: 'keep', pending },
      { kind: 'send', pending },
    ],
  };
}

/** Applies one event. Events that do not fit the state (a second press, a late answer) do nothing. */
export function applySaleEvent(state: SaleState, event: SaleEvent): SaleStep {
  const pending = pendingOf(state);
  switch (event.kind) {
    case 'quoted':
      return pending === null && state.kind !== 'sold'
        ? stay({ kind: 'quoted', request: event.request, quote: event.quote })
        : stay(state);
    case 'quote-cleared':
      return state.kind === 'quoted' ? stay({ kind: 'idle' }) : stay(state);
    case 'sell-pressed':
      return begin(state, event.id, event.at);
    case 'resumed':
      return pending === null
        ? {
            state: { kind: 'unknown', pending: event.pending, asked: 1, refusal: null },
            actions: [{ kind: 'send', pending: event.pending }],
          }
        : stay(state);
    case 'answered':
      return pending?.id === event.id ? applyAnswer(state, pending, event.vend) : stay(state);
    case 'refused':
      return pending?.id === event.id ? applyRefusal(state, pending, event.refusal) : stay(state);
    case 'ask-pressed':
      return state.kind === 'unknown'
        ? { state, actions: [{ kind: 'send', pending: state.pending }] }
        : stay(state);
    case 'set-aside':
      return state.kind === 'unknown'
        ? { state: { kind: 'idle' }, actions: [{ kind: 'forget' }] }
        : stay(state);
    case 'new-sale':
      return pending === null ? stay({ kind: 'idle' }) : stay(state);
  }
}
