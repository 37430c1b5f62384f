/** Asks a second person for another credit limit of a vendor. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Vendor } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';
import { MoneyField, minorOf, useMoneyReader } from './money-field.tsx';

export function CreditLimitForm(o: {
  readonly vendor: Vendor;
  readonly orderId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vendor } = o;
  const { currency } = useSession().utility;
  const { orZero } = useMoneyReader();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const minor = minorOf(orZero(typed));
  async function send(): Promise<Refusal | null> {
    if (minor === null) return null;
    const answer = await call(
      api.PUT('/v1/vendors/{id}/credit-limits/{order_id}', {
        params: { path: { id: vendor.id, order_id: o.orderId } },
        body: { credit_limit_minor: minor, reason: reason.trim() },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'A second person is asked for the credit limit.' });
    return null;
  }
  return (
    <FormDialog
      title={`Credit limit of ${vendor.name}`}
      verb="Ask a second person"
      ready={minor !== null && reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        It is {formatMoney(vendor.credit_limit_minor, currency)} now. Zero means that the vendor
        pays before it sells.
      </p>
      <MoneyField
        label="New limit"
        autoFocus
        typed={typed}
        parsed={orZero(typed)}
        onTyped={setTyped}
      />
      <TextInput
        label="Why, for whoever approves it"
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
