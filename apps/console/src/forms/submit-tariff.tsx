/** Asks a second person to let a draft hold. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';
import { type TariffVersion, useTariffsChanged } from '../pages/tariffs/tariff-queries.ts';
import { useSession } from '../shell/session.ts';
import { formatInstant } from '../wall-time.ts';
import { FormDialog } from './form-dialog.tsx';
import classes from './forms.module.css';

export function SubmitTariffForm(o: {
  readonly version: TariffVersion;
  readonly orderId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version, name, effective_from: from } = o.version;
  const { time_zone: timeZone } = useSession().utility;
  const changed = useTariffsChanged();
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  async function send(): Promise<Refusal | null> {
    const answer = await call(
      api.POST('/v1/tariffs/{id}/versions/{version}/approval', {
        params: { path: { id, version } },
        body: {
          approval_id: o.orderId,
          reason: reason.trim(),
          document_reference: document.trim() === '' ? null : document.trim(),
        },
      }),
    );
    changed();
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: 'A second person is asked to approve it.' });
    return null;
  }
  return (
    <FormDialog
      title={`Send version ${version} of ${name} for approval`}
      verb="Ask a second person"
      ready={reason.trim() !== ''}
      send={send}
      onClose={o.onClose}
    >
      <p className={classes['text']}>
        Somebody else with the role “tariff checker” sees what changes and decides. It then holds
        from {formatInstant(from, timeZone)}; until then nothing changes for customers.
      </p>
      <TextInput
        label="Why, for whoever approves it"
        data-autofocus
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label="Decision or gazette it follows (optional)"
        maxLength={200}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
