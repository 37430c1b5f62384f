/** Has the same digits sent to the customer once more. */
import { SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Vend } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

export function SendAgainForm(o: {
  readonly vend: Vend;
  readonly resendId: string;
  readonly onClose: () => void;
}): ReactNode {
  const [carrier, setCarrier] = useState<'sms' | 'email'>('sms');
  async function send(): Promise<Refusal | null> {
    const params = { path: { id: o.vend.id, resend_id: o.resendId } };
    const answer = await call(
      api.PUT('/v1/vends/{id}/resends/{resend_id}', { params, body: { carrier } }),
    );
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'It is written down that the digits are to be sent again.' });
    return null;
  }
  return (
    <FormDialog
      title="Send the digits again"
      verb="Send them"
      ready
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        The same digits; a meter takes them once. No carrier is connected to this platform yet: the
        wish is kept for one. Print the receipt again when the customer waits.
      </p>
      <SegmentedControl
        fullWidth
        aria-label="By which way"
        data={[
          { value: 'sms', label: 'Text message' },
          { value: 'email', label: 'E-mail' },
        ]}
        value={carrier}
        onChange={(value) => setCarrier(value === 'email' ? 'email' : 'sms')}
      />
    </FormDialog>
  );
}
