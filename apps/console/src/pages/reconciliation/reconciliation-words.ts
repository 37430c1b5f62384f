/** Classes, reasons and ages of what does not match, in words. */
import type { ItemAction, ItemClass, PaymentSource } from './reconciliation-queries.ts';

interface ClassWords {
  readonly name: string;
  readonly meaning: string;
  readonly color: string;
}

export const CLASSES: Readonly<Record<ItemClass, ClassWords>> = {
  paid_no_vend: {
    name: 'Paid, nothing sold',
    meaning: 'Money came in that no sale and no deposit explains.',
    color: 'red',
  },
  vend_no_pay: {
    name: 'Sold, not paid',
    meaning: 'A sale or a deposit whose money no statement shows.',
    color: 'red',
  },
  differs: {
    name: 'Differs',
    meaning: 'Both sides are there, of different money or with another fee than agreed.',
    color: 'amber',
  },
  duplicate: {
    name: 'Duplicate',
    meaning: 'The same payment a second time: a line repeated, or one payment for two sales.',
    color: 'amber',
  },
  matched: { name: 'Matched', meaning: 'Both sides agree.', color: 'teal' },
};

/** In the order of what they cost a customer. */
export const OPEN_CLASSES = ['paid_no_vend', 'vend_no_pay', 'differs', 'duplicate'] as const;

export const AGES = ['hour', 'day', 'week', 'older'] as const;
export const AGE_NAMES: Readonly<Record<(typeof AGES)[number], string>> = {
  hour: 'Last hour',
  day: 'Last 24 hours',
  week: 'Last 7 days',
  older: 'Older',
};

const REASONS: Readonly<Record<string, string>> = {
  external_id: 'the number of the payment',
  named_id: 'the sale that the payment names',
  reference: 'the reference',
  hand: 'linked by hand',
  money: 'other money',
  fee: 'another fee than agreed',
  no_vend: 'no sale',
  no_payment: 'no payment',
  token_missing: 'the sale has no token yet',
  paid_twice: 'paid twice',
  line_repeated: 'the line was there before',
  payment_used_twice: 'one payment for two sales',
  money_went_out: 'money that went out',
  other_side_later: 'the other side is later than this moment',
  no_run: 'not reconciled yet',
};

/** Of a reason we do not know, its word. */
export function reasonWords(reason: string): string {
  return REASONS[reason] ?? reason.replaceAll('_', ' ');
}

const DIFFERENCES: Readonly<Record<string, string>> = {
  under_way: 'Under way',
  not_reconciled: 'Not reconciled yet',
};

export function differenceName(name: string): string {
  const known = Object.entries(CLASSES).find(([each]) => each === name);
  return known?.[1].name ?? DIFFERENCES[name] ?? name.replaceAll('_', ' ');
}

type Explanation = Extract<ItemAction, { readonly action: 'explain' }>['explanation'];

export const EXPLANATIONS: Readonly<Record<Explanation, string>> = {
  bank_charge: 'A charge of the bank or the service',
  own_transfer: 'A transfer between our own accounts',
  reversal: 'Reversed on the same statement',
  other_income: 'Other income, no sale of electricity',
  accepted_difference: 'A difference we accept',
  other: 'Something else: the note says what',
};

/** How an item was settled; null while it is open. */
export function resolutionWords(resolution: string | null): string | null {
  if (resolution === null) return null;
  const known = Object.entries(EXPLANATIONS).find(([each]) => each === resolution);
  return known?.[1] ?? resolution.replaceAll('_', ' ');
}

const EVENTS: Readonly<Record<string, string>> = {
  found_partner: 'Found its other side',
  link: 'Linked by hand',
  absorbed: 'Became part of another item',
  explain: 'Explained',
  wish: 'Passed on',
  reopen: 'Opened again',
};

export function eventWords(action: string): string {
  return EVENTS[action] ?? action.replaceAll('_', ' ');
}

export const SOURCE_KINDS: Readonly<Record<PaymentSource['kind'], string>> = {
  mobile_money: 'Mobile money',
  bank: 'Bank account',
  agent: 'Agent',
  card: 'Cards',
};
