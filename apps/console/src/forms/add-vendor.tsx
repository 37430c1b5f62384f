/** A new vendor, with an empty float. */
import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, call } from '../api/client.ts';
import { vendorsQuery } from '../api/queries.ts';
import type { Refusal } from '../api/refusal.ts';
import { FormDialog } from './form-dialog.tsx';

export function AddVendorForm(o: { readonly onClose: () => void }): ReactNode {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  async function send(): Promise<Refusal | null> {
    const answer = await call(api.POST('/v1/vendors', { body: { name: name.trim() } }));
    void queries.invalidateQueries({ queryKey: vendorsQuery.queryKey });
    if (answer.kind === 'refusal') return answer.refusal;
    notifications.show({ message: `${answer.value.name} is added.` });
    return null;
  }
  return (
    <FormDialog
      title="Add a vendor"
      verb="Add the vendor"
      ready={name.trim() !== ''}
      send={send}
      onClose={o.onClose}
      repeatable={false}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
