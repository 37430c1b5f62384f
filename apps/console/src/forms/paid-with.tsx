/** How the customer pays: what the till will be counted by at the end of the shift. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SalePayment } from '../sale/sale.ts';
import classes from './forms.module.css';
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

export function PaidWith(o: {
  readonly draft: PaidWithDraft;
  readonly disabled: boolean;
  /** Why the reference was refused. */
  readonly fault: string | null;
  readonly onChange: (draft: PaidWithDraft) => void;
}): ReactNode {
  const { draft, onChange } = o;
  return (
    <div className={classes['pair']} style={{ marginTop: 12 }}>
      <NativeSelect
        label="Paid with"
        data={PAYMENT_METHODS.map((value) => ({ value, label: paidWithName(value) }))}
        value={draft.method}
        disabled={o.disabled}
        onChange={({ currentTarget }) => onChange({ ...draft, method: currentTarget.value })}
      />
      {draft.method !== CASH.method && (
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
      )}
    </div>
  );
}
