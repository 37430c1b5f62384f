/** Fields of an order's subject. What is missing or of another form is null: then nothing is said. */
import type { Approval, Refund } from '../../api/model.ts';

type Subject = Approval['subject'];

export function textOf(subject: Subject, name: string): string | null {
  const value = subject[name];
  return typeof value === 'string' ? value : null;
}

export function numberOf(subject: Subject, name: string): number | null {
  const value = subject[name];
  return typeof value === 'number' ? value : null;
}

/** Whole minor units in decimal. */
export function moneyOf(subject: Subject, name: string): string | null {
  const text = textOf(subject, name);
  return text !== null && /^-?\d{1,40}$/.test(text) ? text : null;
}

const MONEY_TO: readonly Refund['money_to'][] = ['vendor_float', 'debt', 'customer_credit', 'bank'];

export function moneyToOf(subject: Subject): Refund['money_to'] | null {
  const text = textOf(subject, 'money_to');
  return MONEY_TO.find((to) => to === text) ?? null;
}
