/** Gives a payment back at the till it was taken at, on its own day. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { AccountPayment } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

export function ReversePaymentForm(o: {
  readonly payment: AccountPayment;
  readonly reversalId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { payment } = o;
  const { currency } = useSession().utility;
  const [reason, setReason] = useState('');
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.PUT('/v1/payments/{id}/reversal', {
        params: { path: { id: payment.id } },
        body: { reversal_id: o.reversalId, reason: reason.trim() },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'The payment is given back.' });
    return null;
  }
  return (
    <FormDialog
      title={`Give back ${formatMoney(payment.payment_minor, currency)}?`}
      verb="Give it back"
      ready={reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        The customer gets the money from the till of {payment.vendor_name}.
        {payment.debt !== null && ` ${payment.debt.name} is owed again.`} The payment stays in the
        books, and so does this.
      </p>
      <TextInput
        label="Why it is given back"
        required
        data-autofocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
