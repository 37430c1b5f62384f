/** How the customer pays: what the till will be counted by at the end of the shift. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SalePayment } from '../sale/sale.ts';
import { PAYMENT_METHODS, paidWithName } from './payment-methods.ts';

export interface PaidWithDraft {
  readonly method: string;
  readonly reference: string;
}

export const CASH: PaidWithDraft = { method: 'cash', reference: '' };

/** As it is sent; null for cash, which needs no saying. */
export function paymentOf(draft: PaidWithDraft): SalePayment | null {
  if (draft.method === CASH.method) return null;
  const reference = draft.reference.trim();
  return { method: draft.method, reference: reference === '' ? null : reference };
}

interface PaidWithProps {
  readonly draft: PaidWithDraft;
  readonly disabled: boolean;
  readonly size?: 'sm' | 'lg';
  readonly onChange: (draft: PaidWithDraft) => void;
}

export function MethodSelect(o: PaidWithProps): ReactNode {
  const { draft, onChange } = o;
  return (
    <NativeSelect
      label="Paid with"
      size={o.size ?? 'sm'}
      data={PAYMENT_METHODS.map((value) => ({ value, label: paidWithName(value) }))}
      value={draft.method}
      disabled={o.disabled}
      onChange={({ currentTarget }) => onChange({ ...draft, method: currentTarget.value })}
    />
  );
}

/** The number of the slip or of the message; cash has none. */
export function ReferenceField(
  o: PaidWithProps & {
    /** Why the reference was refused. */
    readonly fault: string | null;
  },
): ReactNode {
  const { draft, onChange } = o;
  if (draft.method === CASH.method) return null;
  return (
    <TextInput
      label="Reference of the payment"
      placeholder="Number of the slip or message"
      maxLength={64}
      autoComplete="off"
      value={draft.reference}
      disabled={o.disabled}
      error={o.fault}
      onChange={({ currentTarget }) => onChange({ ...draft, reference: currentTarget.value })}
    />
  );
}
