/** Takes a deposit back that the bank took back; by two people when the float does not cover it. */
import { Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Deposit, Vendor } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatMoney } from '../money.ts';
import { useSession } from '../shell/session.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

export function ReverseDepositForm(o: {
  readonly vendor: Vendor;
  readonly deposit: Deposit;
  readonly reversalId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vendor, deposit } = o;
  const { currency } = useSession().utility;
  const [reason, setReason] = useState('');
  const [belowLimit, setBelowLimit] = useState(false);
  const [isOffered, setIsOffered] = useState(false);
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.PUT('/v1/vendors/{id}/deposit-reversals/{reversal_id}', {
        params: { path: { id: vendor.id, reversal_id: o.reversalId } },
        body: { deposit_id: deposit.id, reason: reason.trim(), below_limit: belowLimit },
      }),
    );
    o.onDone();
    if (answer.kind === 'refusal') {
      if (answer.refusal.code === 'float_exceeded') setIsOffered(true);
      return answer.refusal;
    }
    const message =
      'approval' in answer.value
        ? 'A second person is asked to take it back.'
        : 'The deposit is taken back.';
    notifications.show({ message });
    return null;
  }
  return (
    <FormDialog
      title={`Take back ${formatMoney(deposit.deposit_minor, currency)}?`}
      verb={belowLimit ? 'Ask a second person' : 'Take it back'}
      ready={reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        The deposit “{deposit.reference}” leaves the float of {vendor.name}. It stays on the
        statement, and so does this.
      </p>
      <TextInput
        label="Why it came back"
        required
        data-autofocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {isOffered && (
        <Checkbox
          label="Take it back although the float does not cover it"
          description="A second person decides. The vendor is then suspended until new deposits cover it."
          checked={belowLimit}
          onChange={(event) => setBelowLimit(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
