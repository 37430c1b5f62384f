/** Asks a second person for the tokens of a sale anew, which have grown too old for their meter. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Vend } from '../api/model.ts';
import type { Refusal } from '../api/refusal.ts';
import { formatTenthKwh } from '../energy.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

export function ReissueForm(o: {
  readonly vend: Vend;
  readonly orderId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { vend } = o;
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  async function send(): Promise<Refusal | null> {
    const params = { path: { id: o.orderId } };
    const body = {
      ...{ kind: 'reissue' as const, vend_id: vend.id, reason: reason.trim() },
      document_reference: document.trim() === '' ? null : document.trim(),
    };
    const answer = await call(api.PUT('/v1/orders/{id}', { params, body }));
    o.onDone();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'A second person is asked for the token.' });
    return null;
  }
  return (
    <FormDialog
      title="Make the token anew"
      verb="Ask a second person"
      ready={reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        {formatTenthKwh(vend.energy_tenth_kwh)} kWh a second time, under new digits. The meter no
        longer knows whether it had the old ones: be sure that they were never keyed in.
      </p>
      <TextInput
        label="How you know, for whoever decides"
        required
        data-autofocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label="Number of the document (optional)"
        maxLength={200}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
