/** A begun sale in the browser's session storage, so that a reload asks with the same id. */
import type { PendingSale, SalePayment, SaleRequest } from './sale.ts';

/** The part of Storage that is used; a browser may forbid all of it. */
export interface TextStore {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

/** One place per user, so that the next person at the same till does not continue the sale. */
export function pendingSaleName(utilityId: string, userId: string): string {
  return `wattvend.pending-sale.${utilityId}.${userId}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Null where nothing of the kind was kept; what was kept in another form is a fault. */
function paymentOf(kept: unknown): SalePayment | null | 'fault' {
  if (kept === undefined) return null;
  if (typeof kept !== 'object' || kept === null) return 'fault';
  const { method, reference } = kept as Record<string, unknown>;
  if (!isText(method) || !(reference === null || isText(reference))) return 'fault';
  return { method, reference };
}

/** The whole request, since a second try must carry what the first one did. */
function requestOf(kept: unknown): SaleRequest | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { meter_number, tendered_minor, payment, free_units } = kept as Record<string, unknown>;
  if (!isText(meter_number) || !isText(tendered_minor)) return null;
  const paid = paymentOf(payment);
  if (paid === 'fault') return null;
  return {
    meter_number,
    tendered_minor,
    ...(paid === null ? {} : { payment: paid }),
    ...(free_units === true ? { free_units } : {}),
  };
}

/** Reads what was kept; null when nothing or nothing whole is there. */
export function parsePendingSale(text: string | null): PendingSale | null {
  if (text === null) return null;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof kept !== 'object' || kept === null) return null;
  const { id, request, begunAt } = kept as Record<string, unknown>;
  if (!isText(id) || typeof begunAt !== 'number') return null;
  const whole = requestOf(request);
  return whole === null ? null : { id, request: whole, begunAt };
}

export function readPendingSale(store: TextStore, name: string): PendingSale | null {
  try {
    return parsePendingSale(store.getItem(name));
  } catch {
    return null;
  }
}

/** A store that refuses (full, private mode) must not stop the sale: the id still lives in memory. */
export function keepPendingSale(store: TextStore, name: string, pending: PendingSale): void {
  try {
    store.setItem(name, JSON.stringify(pending));
  } catch {
    return;
  }
}

export function forgetPendingSale(store: TextStore, name: string): void {
  try {
    store.removeItem(name);
  } catch {
    return;
  }
}
